import { type PackageManifest, PRODUCT } from './manifest.ts'
import { compareVersions } from './version.ts'

/** The program at work: its version, the layout of its data, the machine. */
export interface RunningProgram {
  readonly version: string
  readonly data: number
  readonly platform: string
  readonly arch: string
}

/** What a package is taken for: to be put over the program or accepted; or to go back to. */
export type Purpose = 'install' | 'return'

/** Why a package is not for this program, as the code of an error; null: it is. */
export type NotForUs =
  | 'update.other_product'
  | 'update.law_not_held'
  | 'update.other_platform'
  | 'update.other_data'
  | 'update.downgrade'
  | 'update.not_older'
  | 'update.too_old'
  | 'update.needs_program'

/** Whether a package with a sound signature may be taken by the program at work. */
export function whyNotFor(manifest: PackageManifest, running: RunningProgram, purpose: Purpose): NotForUs | null {
  const { product, kind, from, program } = manifest
  if (product !== PRODUCT) return 'update.other_product'
  if (kind === 'law') return 'update.law_not_held'
  if (program === null) {
    return compareVersions(running.version, from) < 0 ? 'update.needs_program' : null
  }
  if (program.platform !== running.platform || program.arch !== running.arch) return 'update.other_platform'
  return purpose === 'return'
    ? whyNotBack(manifest, program.data, running)
    : whyNotOver(manifest, program.data, running)
}

function whyNotOver({ version, from }: PackageManifest, data: number, running: RunningProgram): NotForUs | null {
  if (compareVersions(version, running.version) < 0) return 'update.downgrade'
  if (compareVersions(running.version, from) < 0) return 'update.too_old'
  return data < running.data ? 'update.other_data' : null
}

/** Back goes only what reads the data as it is written now: nothing acknowledged is lost by it. */
function whyNotBack({ version }: PackageManifest, data: number, running: RunningProgram): NotForUs | null {
  if (compareVersions(version, running.version) >= 0) return 'update.not_older'
  return data === running.data ? null : 'update.other_data'
}
