import { createHash } from 'node:crypto'
import { ExpectedError } from '#shared/result/result.ts'
import type { NamedFile } from '../journal/atomic-file.ts'

/** What goes along with a work on a place: how it is stopped, and who is told of each step done. */
export interface Work {
  readonly signal: AbortSignal
  readonly step: () => void
}

/** A place the posted schedule is published at. Every call throws ExpectedError `site.*` or `file.*`, and nothing else expected. */
export interface SitePlace {
  /** A file as it stands there, or null: there is none. `most`: bytes at most; a longer one is none of ours. */
  read(name: string, most: number, signal: AbortSignal): Promise<Buffer | null>
  /** Steps `put` takes for so many files. */
  stepsOf(files: number): number
  /** Puts files there, in their order, whole or not at all as far as the place allows. `edition`: what they are one of. */
  put(files: readonly NamedFile[], edition: string, work: Work): Promise<void>
  /** Takes away what an edition left besides its files; one that cannot be is left. */
  tidy(edition: string, names: readonly string[], signal: AbortSignal): Promise<void>
  /** Puts a small file of no meaning there, reads it and takes it away again. */
  check(signal: AbortSignal): Promise<void>
}

/** SHA-256, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads a file back and compares it with what was put. Throws ExpectedError `site.differs` (name), `site.portal`. */
export async function demandEqual(
  place: Pick<SitePlace, 'read'>,
  { name, bytes }: NamedFile,
  signal: AbortSignal,
): Promise<void> {
  const there = await place.read(name, bytes.byteLength + 1, signal)
  if (there === null || digestOf(there) !== digestOf(bytes)) throw new ExpectedError('site.differs', { name })
}
