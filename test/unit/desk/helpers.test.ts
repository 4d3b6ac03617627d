import { afterEach, beforeEach, expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import { entityId } from '#shared/change/action.ts'
import { foldHelper } from '#shared/reception-helper/transitions.ts'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(() => desk.end())

function setHelper(kind: string, dates: readonly PlainDate[]) {
  const entity = entityId('helper', 'h1')
  const both = { kk: 'Асанова', ru: 'Асанова' }
  const helper = {
    ...{ kind, name: { surname: both, given: both, patronymic: { kk: '', ru: '' } }, organisation: { kk: '', ru: '' } },
    ...{ phone: '', languages: ['kk'], days: { dates, weekdays: [] }, since: null, until: null },
  }
  const open = desk.state.desk()
  const intent = { entity, type: 'helper.set', basedOn: open.journal.headOf(entity), body: { helper } }
  return actByHand(open, intent, null, desk.state.actor())
}

it('no volunteer is entered for a day without a reception, whoever asks; one for a reception day is, and what has passed stays', async () => {
  const { date: today } = desk.state.actor()
  const [reception, without] = [addDays(today, 40), addDays(today, 41)]
  const month = reception.slice(0, 7)
  const { gate, journal } = desk.state.desk()
  const body = { schedule: scheduleOf(month, [['r1', '1', reception]]) }
  await gate.act([{ intent: intentNow(journal, 'schedule', month, 'schedule.drafted', body) }], desk.state.actor())
  const refusal = { detail: { code: 'helper.no_reception', params: { date: without } } }
  await expect(setHelper('volunteer', [reception, without])).rejects.toMatchObject(refusal)
  const action = await setHelper('volunteer', [addDays(today, -1), reception])
  expect(foldHelper([action]).helper?.days.dates).toHaveLength(2)
  await setHelper('lawyer', [without])
})
