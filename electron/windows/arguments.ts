import path from 'node:path'

/** What the program was started with. */
export interface StartArguments {
  /** Folder for everything that is kept, instead of the system's usual one. */
  readonly userData: string | null
  /** The arguments after `--batch`, or null: the desk is opened. */
  readonly batch: readonly string[] | null
}

/** Reads the command line: `--user-data=DIR`, and `--batch` with everything after it. */
export function readArguments(argv: readonly string[], folder: string): StartArguments {
  const at = argv.indexOf('--batch')
  const own = at < 0 ? argv : argv.slice(0, at)
  const given = own.find(argument => argument.startsWith('--user-data='))?.slice('--user-data='.length)
  return { userData: given ? path.resolve(folder, given) : null, batch: at < 0 ? null : argv.slice(at + 1) }
}
