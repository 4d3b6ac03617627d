import { describe, expect, it, vi } from 'vitest'
import { findCalendar } from '#electron/desk/office-calendar.ts'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { PlainTime } from '#shared/time/plain-date.ts'
import { PERSONAL, press, REGISTRATION } from './register-rig.ts'
import { CHECK, DOCUMENT, visitRig } from './visit-rig.ts'

const desk = visitRig()
type Entered = ParsedArgsOf<'paper.enter'>
type Written = Entered['checks'][number]
const time = (text: string) => PlainTime.parse(text)
const WRITTEN = { check: CHECK, personal: DOCUMENT } as Written
const HELD = { startedAt: time('10:30'), finishedAt: time('10:45'), room: '110', result: 'explained' } as const
const registered = () => desk.state.desk().journal.entitiesOf('application').length

/** Entries of the talon 9001 of the day after its pack was printed, on that day at noon. */
async function talons() {
  const actor = desk.state.actor()
  await desk.rig.printPack({ request: press(900), size: 30 })
  const date = nextWorkingDay(actor.date, await findCalendar(desk.state.desk()))
  vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date, time: time('12:00') })
  return (number: number, change: Partial<Entered> = {}): Entered => ({
    request: press(number),
    talon: { serial: 9001, day: date, at: time('10:05') },
    who: { kind: 'new', registration: REGISTRATION, personal: PERSONAL },
    ...{ officialId: null, outOfTurn: false, checks: [WRITTEN], admitted: null, held: HELD, draft: null },
    ...change,
  })
}

describe('an entry of a talon that is refused leaves nobody registered', () => {
  it('of two presses at once with one number', async () => {
    const talon = await talons()
    const both = await Promise.allSettled([desk.rig.enterPaper(talon(1)), desk.rig.enterPaper(talon(2))])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(registered()).toBe(1)
  })

  it('out of turn without a reason', async () => {
    const talon = await talons()
    const refused = { detail: { code: 'visit.out_of_turn_note' } }
    await expect(desk.rig.enterPaper(talon(1, { outOfTurn: true }))).rejects.toMatchObject(refused)
    expect(registered()).toBe(0)
  })

  it('of who acts for another without a word of the powers', async () => {
    const talon = await talons()
    const who = { kind: 'new', registration: { ...REGISTRATION, represented: true }, personal: PERSONAL } as const
    await expect(desk.rig.enterPaper(talon(1, { who }))).rejects.toMatchObject({
      detail: { code: 'identity.powers_not_stated' },
    })
    expect(registered()).toBe(0)
  })
})

it('who is not the lead admits nobody by going on with an entry', async () => {
  const talon = await talons()
  const stops = { check: { ...CHECK, result: 'mismatch' }, personal: { ...DOCUMENT, comment: 'a' } } as Written
  const asked = talon(1, { checks: [stops], held: null })
  const { visit } = await desk.rig.enterPaper(asked)
  vi.spyOn(desk.state, 'actor').mockReturnValue({ ...desk.state.actor(), role: 'clerk' })
  await expect(desk.rig.enterPaper({ ...asked, admitted: 'a' })).rejects.toMatchObject({
    detail: { code: 'visit.lead_decides' },
  })
  expect((await desk.visitOf(visit)).status).toBe('stopped')
})

it('what was held is not said to be entered where it was not', async () => {
  const talon = await talons()
  const asked = talon(1, { held: null })
  const { visit } = await desk.rig.enterPaper(asked)
  await desk.byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
  await expect(desk.rig.enterPaper({ ...asked, held: HELD })).rejects.toMatchObject({
    detail: { code: 'paper.not_let_in' },
  })
})
