import { type Action, entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { Access } from '../access/access.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { dropAsked, findAsked, type Taking } from '../security/asked-key.ts'
import { installationsOf } from '../security/key-store.ts'
import { type OfficeKeyPlace, renewed, writeOpenKey } from '../security/office-key.ts'
import { settleOfficeKey } from '../security/office-key-change.ts'
import { type ActNow, type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'

/**
 * Notes in the journal how the office key in force came, by whom it was decided; once, also where a change was cut short, and
 * by the desk alone at which it was decided, whatever else of a taking is still known here.
 */
export async function noteKeyChange(
  { keys, journal }: Pick<OpenDesk, 'keys' | 'journal'>,
  when: Actor,
  actNow: ActNow,
): Promise<void> {
  if (keys.change === null) return
  const { user, role, installation, ...body } = keys.change
  if (installation !== undefined && !installationsOf(keys).includes(installation)) return
  const told = await readableActionsOf(journal, entityId('office', 'main'))
  if (told.some(one => one.type === 'office.key_changed' && bodyOf('office.key_changed', one).to === body.to)) return
  if (isTakenTold(told, body.to)) return
  await actNow([{ intent: intentNow(journal, 'office', 'main', 'office.key_changed', body) }], { ...when, user, role })
}

/** Puts an office key in the place of the one in `office.key`: of a desk without passwords, or into every envelope of its door. */
export function commitOf(
  place: OfficeKeyPlace,
  access: Pick<Access, 'door' | 'change'>,
): (office: Buffer) => Promise<void> {
  return async office => {
    const { door } = access
    if (door === null) await writeOpenKey(place, office)
    else await access.change(renewed(door, office, place.random))
  }
}

/** Notes that the office key in force was taken from another desk, by whom that was decided; once. */
export async function noteKeyTaken(
  { journal }: Pick<OpenDesk, 'journal'>,
  { key, by, user, role }: Taking,
  when: Actor,
  actNow: ActNow,
): Promise<void> {
  if (isTakenTold(await readableActionsOf(journal, entityId('office', 'main')), key)) return
  const body = { desk: by, key }
  await actNow([{ intent: intentNow(journal, 'office', 'main', 'office.key_taken', body) }], { ...when, user, role })
}

function isTakenTold(told: readonly Action[], key: string): boolean {
  return told.some(one => one.type === 'office.key_taken' && bodyOf('office.key_taken', one).key === key)
}

/** Ends what the taking of a key left to do once it is in force: the journal says so, and the request goes. */
export async function endTaking(
  desk: Pick<OpenDesk, 'keys' | 'journal'>,
  place: OfficeKeyPlace,
  when: Actor,
  actNow: ActNow,
): Promise<void> {
  const taking = (await findAsked(place, desk.keys))?.taking ?? null
  if (taking?.key !== desk.keys.keyId) return
  await noteKeyTaken(desk, taking, when, actNow)
  await dropAsked(place)
}

/** At a start: what a change of the office key that was cut short left to do. It keeps nobody from working. */
export async function endKeyChange(desk: OpenDesk, place: OfficeKeyPlace, when: Actor): Promise<void> {
  try {
    await settleOfficeKey(place, desk.keys)
    await desk.gate.inTurn(async actNow => {
      await endTaking(desk, place, when, actNow)
      await noteKeyChange(desk, when, actNow)
    })
  } catch (error) {
    desk.reportBug(error)
  }
}
