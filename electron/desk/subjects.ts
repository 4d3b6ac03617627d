import { whyNotIin } from '#shared/applicant/iin.ts'
import type { Action, EntityId, SubjectId } from '#shared/change/action.ts'
import type { OpenDesk } from './open-desk.ts'

/** The subject an entity's actions are about, or null where nothing personal was ever kept of it. */
export function subjectOf(actions: readonly Action[]): SubjectId | null {
  return actions.find(action => action.personal !== null)?.personal?.subject ?? null
}

/** The same, of an entity as it stands in the journal. */
export async function subjectOfEntity({ journal }: OpenDesk, entity: EntityId): Promise<SubjectId | null> {
  return subjectOf(await journal.actionsOf(entity))
}

/** A person nobody is known to be: a key of its own. */
export async function newSubject({ keyring }: OpenDesk, tag: string | null = null): Promise<SubjectId> {
  const [subject] = await keyring.create([tag])
  if (!subject) throw new Error('no subject was made')
  return subject
}

/** From now on the person is found by this IIN too, where none was known of them. One that does not check says nothing. */
export async function tagByIin({ keyring, keys }: OpenDesk, subject: SubjectId, iin: string): Promise<void> {
  if (whyNotIin(iin) === null) await keyring.tag(subject, keys.tagOf('iin', iin))
}

/**
 * The person of a new registration. The IIN wins over whom the clerk recognised; whom the clerk recognised over a new
 * person, unless that one is known by another IIN. An IIN that does not check says nothing.
 */
export async function registrantOf(desk: OpenDesk, recognised: SubjectId | null, iin: string): Promise<SubjectId> {
  const { gate, keyring, keys } = desk
  const tag = whyNotIin(iin) === null ? keys.tagOf('iin', iin) : null
  const known = tag === null ? null : keyring.findByTag(tag)
  if (known !== null) return known
  const stands =
    recognised !== null && keyring.keyOf(recognised) !== null && !gate.related().erasedSubjects.has(recognised)
  const isAnother = stands && tag !== null && keyring.hasTag(recognised)
  if (!stands || isAnother) return newSubject(desk, tag)
  await tagByIin(desk, recognised, iin)
  return recognised
}
