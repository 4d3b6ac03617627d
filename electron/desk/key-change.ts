import { entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { OfficeKeyPlace } from '../security/office-key.ts'
import { settleOfficeKey } from '../security/office-key-change.ts'
import { type ActNow, type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'

/** Notes in the journal how the office key in force came, by whom it was decided; once, also where a change was cut short. */
export async function noteKeyChange(
  { keys, journal }: Pick<OpenDesk, 'keys' | 'journal'>,
  when: Actor,
  actNow: ActNow,
): Promise<void> {
  if (keys.change === null) return
  const { user, role, ...body } = keys.change
  const told = await readableActionsOf(journal, entityId('office', 'main'))
  if (told.some(one => one.type === 'office.key_changed' && bodyOf('office.key_changed', one).to === body.to)) return
  await actNow([{ intent: intentNow(journal, 'office', 'main', 'office.key_changed', body) }], { ...when, user, role })
}

/** At a start: what a change of the office key that was cut short left to do. It keeps nobody from working. */
export async function endKeyChange(desk: OpenDesk, place: OfficeKeyPlace, when: Actor): Promise<void> {
  try {
    await settleOfficeKey(place, desk.keys)
    await desk.gate.inTurn(actNow => noteKeyChange(desk, when, actNow))
  } catch (error) {
    desk.reportBug(error)
  }
}
