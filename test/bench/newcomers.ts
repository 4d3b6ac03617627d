import { personOf } from '#test/fixtures/history/people.ts'
import { makeRegistration } from '#test/fixtures/registration.ts'

/** Newcomers are numbered far behind everybody of a history. */
const BEHIND = 1_000_000

/** The registration of somebody who was never here, by number: always the same. */
export function newcomerOf(n: number) {
  const personal = personOf(BEHIND + n, n % 2 === 0 ? 'kk' : 'ru')
  return { registration: makeRegistration({ officialId: null }), personal, subject: null, draft: null }
}
