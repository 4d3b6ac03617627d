import { afterEach, beforeEach, expect, it } from 'vitest'
import { entityId } from '#shared/change/action.ts'
import { mergeSchedules } from '#shared/schedule/merge.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import { absent, approved, changed, MONTH, type PlanRig, planRig, ROWS } from './plan-rig.ts'
import { type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

/** r1 goes to another day by the absence of the 6th. */
const MOVED: typeof ROWS = [['r1', 'o1', '2035-03-20'], ...ROWS.slice(1)]
/** The draft gave r3 another room. */
const DRAFTED: typeof ROWS = [...ROWS.slice(0, 2), ['r3', 'o2', '2035-03-13', { room: '9' }]]

let desk: TemporaryDesk
let rig: PlanRig
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
})
afterEach(() => desk.end())

const state = async () => foldSchedule(await desk.state.desk().journal.actionsOf(entityId('schedule', MONTH)))

it('an absence moved a reception while a draft was kept: approved as it was kept it is refused, brought onto the month it takes nothing back', async () => {
  const base = (await rig.standing())!.action
  const draft = scheduleOf(MONTH, DRAFTED)
  await rig.byHand({ entity: entityId('schedule', MONTH), type: 'schedule.drafted', body: { schedule: draft, base } })
  await rig.apply([absent('a1'), changed(MOVED, 'absence', 'a1')])
  const { draftBase, versions, approved: standing } = await state()
  expect(draftBase).toBe(base)

  const error = { detail: { code: 'schedule.draft_outdated', params: { month: MONTH } } }
  await expect(rig.byHand(approved(DRAFTED, MONTH, base))).rejects.toMatchObject(error)
  await expect(rig.apply([approved(DRAFTED, MONTH, null)])).rejects.toMatchObject(error)

  const begun = versions.find(({ action }) => action === draftBase)!.schedule
  const { schedule, collided } = mergeSchedules(begun, draft, standing!.schedule)
  expect(collided).toEqual([])
  const again = approved(DRAFTED, MONTH, standing!.action)
  await rig.byHand({ ...again, body: { ...again.body, schedule } })
  const after = await state()
  expect(after).toMatchObject({ status: 'approved', draft: null, draftBase: null })
  expect(after.approved?.schedule.receptions.map(({ id, date, room }) => `${id} ${date} ${room}`)).toEqual([
    'r2 2035-03-13 30o1',
    'r3 2035-03-13 9',
    'r1 2035-03-20 30o1',
  ])
})

it('a month that was never approved is approved on no version', async () => {
  const rows: typeof ROWS = [['n1', 'o1', '2035-04-03']]
  const base = (await rig.standing())!.action
  const error = { detail: { code: 'schedule.draft_outdated' } }
  await expect(rig.byHand(approved(rows, '2035-04', base))).rejects.toMatchObject(error)
  await rig.byHand(approved(rows, '2035-04'))
})
