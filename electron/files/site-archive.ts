import { zipSync } from 'fflate'
import type { NamedFile } from '../journal/atomic-file.ts'

/** Files as one ZIP archive, all of them or none. `madeAt`: instant, milliseconds; a reader shows it as UTC+5, whatever this machine is set to. */
export function archiveOf(files: readonly NamedFile[], madeAt: number): Uint8Array {
  const mtime = asLocal(madeAt)
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 6, mtime })
}

/** ZIP keeps a local time without a zone, and takes it of the machine. */
function asLocal(instant: number): Date {
  const there = new Date(instant + 5 * 3_600_000)
  return new Date(
    there.getUTCFullYear(),
    there.getUTCMonth(),
    there.getUTCDate(),
    there.getUTCHours(),
    there.getUTCMinutes(),
    there.getUTCSeconds(),
  )
}
