import { ExpectedError } from '#shared/result/result.ts'
import { systemCode } from './file-system.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** A call of the system that was refused by what lies under it: the disk, its rights, too many open files. */
const REFUSED = new Set([
  ...['EIO', 'EPERM', 'EACCES', 'EROFS', 'EBUSY', 'EMFILE', 'ENFILE', 'ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT'],
  ...FULL,
])

/** The system's code where it refused a call to the disk, else null: a fault of ours. */
function diskCode(cause: unknown): string | null {
  const code = systemCode(cause)
  return REFUSED.has(code) && cause instanceof Error && 'syscall' in cause ? code : null
}

/**
 * What a person is told where the disk refused what nobody foresaw there (reading, removing a file): ExpectedError
 * `disk.full`, `disk.failed` (code). Null: it was not the disk.
 */
export function diskError(cause: unknown): ExpectedError | null {
  const code = diskCode(cause)
  if (code === null) return null
  return FULL.has(code) ? new ExpectedError('disk.full') : new ExpectedError('disk.failed', { code })
}
