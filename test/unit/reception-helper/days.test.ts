import { expect, it } from 'vitest'
import { datesWithoutReception, helpersOn, receptionDays } from '#shared/reception-helper/days.ts'
import { Helper } from '#shared/reception-helper/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'

const day = (text: string) => PlainDate.parse(text)
const MONDAY = day('2026-11-23')
const TUESDAY = day('2026-11-24')
const RECEPTION = new Set([MONDAY])

function helper(kind: Helper['kind'], days: Partial<Helper['days']>, term: Partial<Helper> = {}): Helper {
  const both = { kk: 'Асанова', ru: 'Асанова' }
  const name = { surname: both, given: both, patronymic: { kk: '', ru: '' } }
  const contacts = { organisation: { kk: '', ru: '' }, phone: '', languages: ['kk' as const] }
  return Helper.parse({
    ...{ kind, name, ...contacts, since: null, until: null },
    ...{ days: { dates: [], weekdays: [], ...days }, ...term },
  })
}

it('clause 16: a volunteer is never there on a day without a reception, whatever days were named', () => {
  const volunteer = helper('volunteer', { dates: [MONDAY, TUESDAY], weekdays: [1, 2] })
  expect(helpersOn(MONDAY, [volunteer], RECEPTION)).toEqual([volunteer])
  expect(helpersOn(TUESDAY, [volunteer], RECEPTION)).toEqual([])
})

it('rule 28: dates of a volunteer on which nobody is received are named one by one, and not taken', () => {
  const volunteer = helper('volunteer', { dates: [TUESDAY, MONDAY, day('2026-11-25')] })
  expect(datesWithoutReception(volunteer, RECEPTION)).toEqual([TUESDAY, day('2026-11-25')])
})

it('a lawyer, a psychologist, a social worker and an interpreter are there on any day of theirs', () => {
  for (const kind of ['lawyer', 'psychologist', 'social_worker', 'interpreter'] as const) {
    const one = helper(kind, { dates: [TUESDAY] })
    expect(helpersOn(TUESDAY, [one], RECEPTION)).toEqual([one])
    expect(helpersOn(MONDAY, [one], RECEPTION)).toEqual([])
    expect(datesWithoutReception(one, RECEPTION)).toEqual([])
  }
})

it('nobody is there outside their term', () => {
  const one = helper('lawyer', { weekdays: [1] }, { since: day('2026-11-24'), until: day('2026-11-30') })
  expect(helpersOn(MONDAY, [one], RECEPTION)).toEqual([])
  expect(helpersOn(day('2026-11-30'), [one], RECEPTION)).toEqual([one])
  expect(helpersOn(day('2026-12-07'), [one], RECEPTION)).toEqual([])
})

it('days of receptions are those of the version that stands, of a month not yet approved those of its draft', () => {
  const schedule = scheduleOf('2026-11', [['r1', '1', MONDAY]])
  const draft = scheduleOf('2026-11', [['r2', '1', TUESDAY]])
  const approved = { schedule } as NonNullable<Parameters<typeof receptionDays>[0][number]['approved']>
  expect([...receptionDays([{ approved, draft }])]).toEqual([MONDAY])
  expect([
    ...receptionDays([
      { approved: null, draft },
      { approved: null, draft: null },
    ]),
  ]).toEqual([TUESDAY])
})
