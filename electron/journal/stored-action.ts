import { z } from 'zod'
import { Action, type ActionId, actionId, SubjectId } from '#shared/change/action.ts'
import { upcast } from '#shared/change/upcasters/index.ts'
import type { Stamp } from '#shared/time/stamp.ts'
import { openBytes, type Random, sealBytes } from '../security/seal.ts'
import { type JournalKeys, openRecord, type SealedRecord } from './record.ts'
import type { ActionDraft, SubjectKeyring } from './types.ts'

/** An action as it lies in a record: without its id (the record's place is it) and with the personal part sealed. */
export const StoredAction = Action.omit({ id: true, personal: true }).extend({
  personal: z.strictObject({ subject: SubjectId, sealed: z.base64() }).nullable(),
})
export type StoredAction = z.infer<typeof StoredAction>

function contextOf(subject: string, entity: string): string {
  return `${subject}|${entity}`
}

/** A draft as it will be stored; null where the key of its subject was dropped. `at` is UTC, ISO. */
export function storedAction(
  draft: ActionDraft,
  stamp: Stamp,
  at: string,
  ring: SubjectKeyring,
  random: Random,
): StoredAction | null {
  const { personal, ...facts } = draft
  if (personal === null) return { ...facts, stamp, at, personal }
  const key = ring.keyOf(personal.subject)
  if (key === null) return null
  const plain = Buffer.from(JSON.stringify(personal.value))
  const sealed = sealBytes(key, plain, contextOf(personal.subject, draft.entity), random)
  plain.fill(0)
  return { ...facts, stamp, at, personal: { subject: personal.subject, sealed: sealed.toString('base64') } }
}

/** The stored action of a record, or null where its bytes were changed. */
export function openStored(record: SealedRecord, keys: JournalKeys): StoredAction | null {
  const plain = openRecord(record, keys)
  if (plain === null) return null
  const stored = StoredAction.parse(JSON.parse(plain.toString('utf8')))
  plain.fill(0)
  return stored
}

/** The action of a record, in its current version; null where its bytes were changed. */
export function openAction(record: SealedRecord, keys: JournalKeys, ring: SubjectKeyring): Action | null {
  const stored = openStored(record, keys)
  return stored && actionOf(stored, actionId(record.header.i, record.header.s), ring)
}

/** The action of what a record says, in its current version; null where its personal part was changed. */
export function actionOf(stored: StoredAction, id: ActionId, ring: SubjectKeyring): Action | null {
  const value = personalValue(stored, ring)
  if (value === undefined) return null
  const personal = stored.personal && { subject: stored.personal.subject, value }
  return upcast({ ...stored, id, personal })
}

/** What a stored action says of its person; null where it says nothing, its key was dropped, or it does not open. */
export function personalOf(stored: StoredAction, ring: Pick<SubjectKeyring, 'keyOf'>): Record<string, unknown> | null {
  return personalValue(stored, ring) ?? null
}

/** The personal part; null where there is none or its key was dropped, undefined where it does not open. */
function personalValue(
  stored: StoredAction,
  ring: Pick<SubjectKeyring, 'keyOf'>,
): Record<string, unknown> | null | undefined {
  const { personal, entity } = stored
  const key = personal && ring.keyOf(personal.subject)
  if (personal === null || key === null) return null
  const plain = openBytes(key, Buffer.from(personal.sealed, 'base64'), contextOf(personal.subject, entity))
  if (plain === null) return undefined
  const value = z.record(z.string(), z.unknown()).parse(JSON.parse(plain.toString('utf8')))
  plain.fill(0)
  return value
}
