import { z } from 'zod'
import { Language } from '../application/model.ts'
import { CopyFacts } from '../ipc/backup.ts'
import { Bilingual } from '../official/model.ts'

/** Why a start failed, as a person is told it: each has what happened and what to press (`recovery.what.*`, `recovery.do.*`). */
export const RECOVERY_CASES = [
  'disk_full',
  'folder',
  'newer_data',
  'key_missing',
  'key_no_store',
  'key_refused',
  'key_damaged',
  'key_other_key',
  'keyring_damaged',
  'journal_damaged',
  'unexpected',
] as const
export const RecoveryCase = z.enum(RECOVERY_CASES)
export type RecoveryCase = z.infer<typeof RecoveryCase>

/** What can be pressed: start again, open with the key on paper, put a copy back, save everything there is, save the report. */
export const RECOVERY_ACTS = ['again', 'paper', 'restore', 'rescue', 'report'] as const
export const RecoveryAct = z.enum(RECOVERY_ACTS)
export type RecoveryAct = z.infer<typeof RecoveryAct>

/** What stands in the data folder, looked at without any key. Sizes in bytes, instants in milliseconds since 1970. */
export const FoundData = z.strictObject({
  folder: z.string(),
  /** Free space of its disk; null: it cannot be asked. */
  free: z.number().nullable(),
  journal: z.strictObject({ files: z.int(), bytes: z.int(), written: z.number().nullable() }),
  /** Copies of the keys of people's data that lie there: none to two. */
  keyrings: z.int().min(0).max(2),
  papers: z.int(),
  drafts: z.int(),
  /** Whether a key on paper was made for this desk. */
  paperKey: z.boolean(),
})
export type FoundData = z.infer<typeof FoundData>

/** All that the page of a failed start shows. */
export const RecoveryState = z.strictObject({
  case: RecoveryCase,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  acts: z.array(RecoveryAct),
  found: FoundData,
  /** Whole copies of this desk that lie where it keeps them, newest first. */
  copies: z.array(CopyFacts),
  language: Language,
  theme: z.enum(['light', 'dark', 'system']),
  version: z.string(),
  /** Where the report lies that was written by itself; null: the disk took none. */
  report: z.string().nullable(),
})
export type RecoveryState = z.infer<typeof RecoveryState>

/** Somebody who may get a new password by the key on paper. */
export const RecoveryPerson = z.strictObject({ id: z.string(), name: z.string(), position: Bilingual })
export type RecoveryPerson = z.infer<typeof RecoveryPerson>
