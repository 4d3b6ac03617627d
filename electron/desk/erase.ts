import type { SubjectId } from '#shared/change/action.ts'
import type { ErasureGround } from '#shared/change/action-types.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'

/**
 * Erases a person for good: the fact first, then what it asks for. Whom desks that were apart began twice is one person by
 * the IIN and goes as one; answers with all that went. One that was cut short after the fact goes on when it
 * is asked for again, or at the next start. Throws `change.not_lawful` for a person who is erased already, `subject.unknown`
 * for one nothing was ever kept of.
 */
export async function eraseSubject(
  desk: OpenDesk,
  subject: SubjectId,
  ground: ErasureGround,
  actor: Actor,
): Promise<SubjectId[]> {
  const { gate, journal, keyring } = desk
  const isKnown = keyring.keyOf(subject) !== null
  const isErased = (one: SubjectId) => gate.related().erasedSubjects.has(one)
  if (!isKnown && !isErased(subject)) throw new ExpectedError('subject.unknown')
  const people = keyring.sharing(subject)
  // One that was cut short has its fact; of one that is gone wholly the gate says so.
  const facts = isKnown ? people.filter(one => !isErased(one)) : people
  if (facts.length > 0) {
    const acts = facts.map(one => ({ intent: intentNow(journal, 'subject', one, 'subject.erased', { ground }) }))
    await gate.act(acts, actor)
  }
  await dropKeys(desk, people)
  return people
}

/** New keys of the store, then the people's own: as long as one of those stands, it is seen that something is left to do. */
export async function dropKeys(
  { keys, keyring }: Pick<OpenDesk, 'keys' | 'keyring'>,
  subjects: readonly SubjectId[],
): Promise<void> {
  await keys.rotateStoreKey()
  await keyring.erase(subjects)
}

/** An erasure under way: a store filled while a person is being erased would hold the person under the new key. */
export interface ErasingNow {
  /** Runs an erasure; whoever waits for the end waits for it too. */
  during<T>(work: () => Promise<T>): Promise<T>
  ended(): Promise<unknown>
}

/** The erasures of a desk. */
export function createErasing(): ErasingNow {
  let going: Promise<unknown> = Promise.resolve()
  return {
    during(work) {
      const done = work()
      going = Promise.allSettled([going, done])
      return done
    },
    ended: () => going,
  }
}
