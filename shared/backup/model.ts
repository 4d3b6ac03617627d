import { z } from 'zod'
import { InstallationId } from '../change/action.ts'

/**
 * Why a copy was made: `daily` by itself; `asked` by a person; `before_version` before the first start of another
 * version; `before_restore` what stood before a copy was put back; `rescue` what could be saved from a desk that does not
 * open. The last two hold files as they lay, damage included.
 */
export const BackupKind = z.enum(['daily', 'asked', 'before_version', 'before_restore', 'rescue'])
export type BackupKind = z.infer<typeof BackupKind>

/** Paths a copy may hold, relative to `desk-data`. Any other is refused: it could lead out of the folder. */
const HELD = [
  /^(?:stamp|settings)\.json$/,
  /^head$/,
  /^keys\/[a-z]{1,20}\.key(?:\.2|\.next)?$/,
  /^keys\/(?:second|site)$/,
  /^keys\/subjects\.ring(?:\.2)?$/,
  /^journal\/[a-z0-9]{16}\/\d{6}\.(?:seg|idx)$/,
  /^audit\/[a-z0-9]{16}\/\d{6}\.log$/,
  /^(?:papers|drafts|answers\/drafts)\/[a-z0-9][a-z0-9._-]{0,150}$/,
]

/** Whether a copy holds files of this path (relative to `desk-data`, `/` between names). */
export function isHeld(path: string): boolean {
  return !path.endsWith('.tmp') && HELD.some(form => form.test(path))
}

export const HeldFile = z.strictObject({
  path: z.string().refine(isHeld),
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type HeldFile = z.infer<typeof HeldFile>

/** What a copy says of itself, in clear: nothing of people. `records`: of the journal, null where it could not be counted. */
export const BackupHead = z.strictObject({
  format: z.literal(1),
  app: z.string().regex(/^\d+\.\d+\.\d+[0-9A-Za-z.+-]{0,30}$/),
  kind: BackupKind,
  madeAt: z.iso.datetime(),
  installation: InstallationId.nullable(),
  keyId: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .nullable(),
  records: z.int().nonnegative().nullable(),
})
export type BackupHead = z.infer<typeof BackupHead>

/** The index at the end of a copy. */
export const BackupIndex = z.strictObject({ ...BackupHead.shape, files: z.array(HeldFile).max(1_000_000) })
export type BackupIndex = z.infer<typeof BackupIndex>

/** Name of a copy's file: whose it is, when it was made (UTC) and why. */
const NAME =
  /^qabyldau-([a-z0-9]{16})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})-(daily|asked|before-version|before-restore|rescue)\.qbackup$/

/** File name of a copy. One that was found damaged ends with `.damaged` besides. */
export function backupName(installation: InstallationId, madeAt: string, kind: BackupKind): string {
  const stamp = madeAt.slice(0, 19).replace(/[-:]/g, '')
  return `qabyldau-${installation}-${stamp}-${kind.replace('_', '-')}.qbackup`
}

/** What the name of a copy says, or null: a file that is none. */
export function readBackupName(
  name: string,
): { readonly installation: InstallationId; readonly madeAt: string; readonly kind: BackupKind } | null {
  const found = NAME.exec(name)
  if (found === null) return null
  const [, installation, year, month, day, hour, minute, second, kind] = found
  return {
    installation: InstallationId.parse(installation),
    madeAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
    kind: BackupKind.parse(kind?.replace('-', '_')),
  }
}
