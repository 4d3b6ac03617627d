import { afterEach, beforeEach, expect, it } from 'vitest'
import { entityId } from '#shared/change/action.ts'
import { foldReception } from '#shared/reception/transitions.ts'
import { planRig } from './plan-rig.ts'
import { type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: ReturnType<typeof planRig>
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
})
afterEach(() => desk.end())

const refused = (code: string) => ({ detail: { code } })
const coverage = (id: string, change: object = {}) => ({
  entity: entityId('reception', id),
  type: 'reception.covered',
  body: {
    coverage: { id: '0'.repeat(16), stage: 'planned', media: 'Орал өңірі', on: '2035-03-07', link: '', ...change },
  },
})

it('clause 24: coverage is told of a reception of a schedule, on a day that can be; said once more it takes the place of what was', async () => {
  await rig.byHand(coverage('r1'))
  await rig.apply([coverage('r1', { stage: 'dropped' })])
  const state = foldReception(await desk.state.desk().journal.actionsOf(entityId('reception', 'r1')))
  expect(state.coverage.map(({ stage, media }) => [stage, media])).toEqual([['dropped', 'Орал өңірі']])
  await expect(rig.byHand(coverage('r9'))).rejects.toMatchObject(refused('schedule.reception_not_found'))
  await expect(rig.byHand(coverage('r1', { on: '2053-03-07' }))).rejects.toMatchObject(
    refused('reception.coverage_day'),
  )
  const ahead = coverage('r1', { stage: 'held' })
  await expect(rig.byHand(ahead)).rejects.toMatchObject(refused('reception.coverage_ahead'))
})

it('clause 22: nobody is called into the room of a reception of another day', async () => {
  const calledIn = { id: '0'.repeat(16), officialId: 'o2', who: '', at: '10:00', outcome: 'called' }
  const act = { entity: entityId('reception', 'r1'), type: 'reception.called_in', body: { calledIn } }
  await expect(rig.byHand(act)).rejects.toMatchObject(refused('reception.not_today'))
})
