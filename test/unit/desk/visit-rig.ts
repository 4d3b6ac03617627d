import { afterEach, beforeEach, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import type { Registration } from '#shared/application/registration.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import type { Action, EntityId } from '#shared/change/action.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { foldVisit } from '#shared/visit/transitions.ts'
import { addOfficials } from './official-rig.ts'
import { form, press, REGISTRATION, type RegisterRig, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

export const CHECK = {
  member: null,
  result: 'matched',
  document: 'id_card',
  expired: false,
  digital: false,
  powers: 'not_needed',
}
export const DOCUMENT = {
  number: '045 678 912',
  issuer: '',
  validTo: null,
  powersNumber: '',
  powersValidTo: null,
  comment: '',
}

/** A desk for each test of a file, with visitors who come to it. */
export function visitRig() {
  let desk: TemporaryDesk
  let rig: RegisterRig
  beforeEach(async () => {
    desk = await temporaryDesk()
    await desk.state.firstRun(FIRST_RUN)
    await addOfficials(desk, ['o1'])
    rig = registerRig(desk)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await desk.end()
  })

  function byHand(
    entity: EntityId,
    type: string,
    body: Record<string, unknown>,
    personal: Action['body'] | null = null,
  ) {
    const open = desk.state.desk()
    const intent = { entity, type, basedOn: open.journal.headOf(entity), body }
    return actByHand(open, intent, personal, desk.state.actor())
  }

  const come = (number: number, application: EntityId, change: Partial<ParsedArgsOf<'visit.checkIn'>> = {}) =>
    rig.checkIn({ request: press(number), application, officialId: null, booked: null, outOfTurn: false, ...change })

  /** The office's clock goes on to the next day. */
  function onNextDay(): void {
    const { date, ...actor } = desk.state.actor()
    vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date: addDays(date, 1) })
  }

  const registeredEntity = async (number: number, said: Partial<Registration> = {}) =>
    (await rig.register(form(number, { registration: { ...REGISTRATION, ...said } }))).action.entity
  const visitOf = async (entity: EntityId) => foldVisit(await desk.state.desk().journal.actionsOf(entity))

  async function applicationOf(entity: EntityId) {
    const { journal, gate } = desk.state.desk()
    return foldApplication(await journal.actionsOf(entity), gate.related())
  }

  async function toRoom(visit: EntityId, reason: 'arrival' | 'booked' = 'arrival'): Promise<void> {
    await byHand(visit, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    await byHand(visit, 'visit.called', { call: { room: '110', reason } })
    await byHand(visit, 'visit.started', {})
  }

  /** A visitor in the line, by the number of both presses. */
  async function wait(number: number, change: Partial<ParsedArgsOf<'visit.checkIn'>> = {}): Promise<EntityId> {
    const { entity } = await come(number, await registeredEntity(number), change)
    await byHand(entity, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    return entity
  }

  return {
    /** Asked each time: a restart makes another. */
    get state() {
      return desk.state
    },
    get rig() {
      return rig
    },
    async restart() {
      desk = await desk.restart()
      rig = registerRig(desk)
    },
    ...{ byHand, come, onNextDay, registeredEntity, visitOf, applicationOf, toRoom, wait },
  }
}
