import { describe, expect, it, vi } from 'vitest'
import { callForHelp, endHelp } from '#electron/desk/help.ts'
import { entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { LeftOpen } from '#shared/day/model.ts'
import { dayKey, foldDay } from '#shared/day/transitions.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { visitRig } from './visit-rig.ts'

const desk = visitRig()
const { wait, come, registeredEntity, onNextDay, byHand } = desk

const today = () => desk.state.actor().date
const close = (seen: LeftOpen[], day = today()) => desk.rig.closeDay({ day, seen })
const ofApplications = () =>
  desk.state
    .desk()
    .journal.entitiesOf('application')
    .toSorted()
    .map(entity => ({ kind: 'no_eotinish' as const, entity }))
const noTalons = () => ofApplications().map(({ entity }) => ({ kind: 'no_talon' as const, entity }))
const closes = async () => {
  const { journal } = desk.state.desk()
  return foldDay(await journal.actionsOf(entityId('day', dayKey(today(), journal.installation)))).closed
}

describe('a day is closed', () => {
  it('with all that stands open in the journal: a page that has seen less, or more, is refused', async () => {
    const waits = await wait(1)
    const inRoom = await wait(2)
    await byHand(inRoom, 'visit.called', { call: { room: '110', reason: 'by_hand' } }, { note: 'a' })
    await byHand(inRoom, 'visit.started', {})
    const open: LeftOpen[] = [
      { kind: 'not_received', entity: waits },
      { kind: 'in_room', entity: inRoom },
      ...ofApplications(),
      ...noTalons(),
    ]
    const differs = { detail: { code: 'day.open_differs', params: { count: open.length } } }
    await expect(close([])).rejects.toMatchObject(differs)
    await expect(close(open.slice(1))).rejects.toMatchObject(differs)
    await expect(close([...open, { kind: 'missed', entity: waits }])).rejects.toMatchObject(differs)
    expect(await closes()).toEqual([])
    expect(bodyOf('day.closed', await close(open)).open).toEqual(open)
  })

  it('once by two presses; what came after is closed anew', async () => {
    const [first, again] = await Promise.all([close([]), close([])])
    expect(again).toEqual(first)
    expect(await closes()).toHaveLength(1)
    await registeredEntity(1)
    await expect(close([])).rejects.toMatchObject({ detail: { code: 'day.open_differs' } })
    await close([...ofApplications(), ...noTalons()])
    expect(await closes()).toHaveLength(2)
  })

  it('not while somebody waits for help on it, which is said; once help came it is', async () => {
    const open = desk.state.desk()
    const { entity } = await callForHelp(open, '110', desk.state.actor())
    await expect(close([])).rejects.toMatchObject({ detail: { code: 'day.help_called' } })
    await endHelp(open, entity, desk.state.actor())
    await close([])
    expect(await closes()).toHaveLength(1)
  })

  it('with what was registered ahead of a clock that was put back since', async () => {
    const ahead = today()
    const late = await registeredEntity(1)
    const { date, ...actor } = desk.state.actor()
    vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date: addDays(date, -1) })
    await registeredEntity(2)
    vi.restoreAllMocks()
    const open = [
      { kind: 'no_eotinish' as const, entity: late },
      { kind: 'no_talon' as const, entity: late },
    ]
    await expect(close([], ahead)).rejects.toMatchObject({ detail: { code: 'day.open_differs', params: { count: 2 } } })
    expect(bodyOf('day.closed', await close(open, ahead)).open).toEqual(open)
  })

  it('the next morning too, with what stands open of it then; a day to come is not', async () => {
    const visit = await wait(1)
    const yesterday = today()
    onNextDay()
    await come(2, await registeredEntity(2))
    const own = ofApplications().slice(0, 1)
    const open: LeftOpen[] = [
      { kind: 'not_received', entity: visit },
      ...own,
      ...own.map(({ entity }) => ({ kind: 'no_talon' as const, entity })),
    ]
    expect(bodyOf('day.closed', await close(open, yesterday)).open).toEqual(open)
    await expect(close([], addDays(yesterday, 9))).rejects.toMatchObject({ detail: { code: 'day.to_come' } })
  })
})
