import { z } from 'zod'
import { BackupKind } from '../backup/model.ts'
import { DeskLetter } from '../office/model.ts'

/**
 * A copy was put back on this desk: when and why it was made, how many records it held (null: not counted), how many more
 * of this desk were joined to it, and whether something stood behind those that could not be.
 */
export const DeskRestored = z.strictObject({
  madeAt: z.iso.datetime(),
  kind: BackupKind,
  records: z.int().nonnegative().nullable(),
  joined: z.int().nonnegative(),
  isCut: z.boolean(),
})
export type DeskRestored = z.infer<typeof DeskRestored>

/** Why a desk of the office is not worked at any more. */
export const RetireReason = z.enum(['closed', 'replaced', 'lost'])
export type RetireReason = z.infer<typeof RetireReason>

/** A desk was retired by an administrator: its letter is never given again. */
export const DeskRetired = z.strictObject({ reason: RetireReason })

/** The letter a desk prints from now on, where another desk had the one before too. */
export const DeskLettered = z.strictObject({ letter: DeskLetter })
