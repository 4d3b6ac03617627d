import type { SubjectId } from '#shared/change/action.ts'
import type { ErasureGround } from '#shared/change/action-types.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'

/**
 * Erases a person for good: the fact first, then what it asks for. One that was cut short after the fact goes on when it
 * is asked for again, or at the next start. Throws `change.not_lawful` for a person who is erased already, `subject.unknown`
 * for one nothing was ever kept of.
 */
export async function eraseSubject(
  desk: OpenDesk,
  subject: SubjectId,
  ground: ErasureGround,
  actor: Actor,
): Promise<void> {
  const { gate, journal, keyring } = desk
  const isKnown = keyring.keyOf(subject) !== null
  const isErased = gate.related().erasedSubjects.has(subject)
  if (!isKnown && !isErased) throw new ExpectedError('subject.unknown')
  const isCutShort = isErased && isKnown
  if (!isCutShort)
    await gate.act([{ intent: intentNow(journal, 'subject', subject, 'subject.erased', { ground }) }], actor)
  await dropKeys(desk, [subject])
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
