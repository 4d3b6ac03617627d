import { expect, test } from 'vitest'
import { freeTimes, monthsFrom, upcoming } from '#renderer/features/register/booking-offer.ts'
import { officialChoices, seek, topicChoices } from '#renderer/features/register/sought.ts'
import { Entry } from '#shared/directory/model.ts'
import { TOPICS } from '#shared/directory/seed-topics.ts'
import { Official } from '#shared/official/model.ts'
import { Reception } from '#shared/schedule/model.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'

const CHILD = Entry.parse({
  code: 'flood_housing',
  kk: 'Жаңа үй алу',
  ru: 'Получение нового дома',
  validFrom: null,
  validTo: null,
  synonyms: [],
  parent: 'flood',
  detail: null,
})
const CHOICES = topicChoices([...TOPICS, CHILD], 'kk')
const found = (typed: string) => seek(CHOICES, typed).map(choice => choice.code)

test.each([
  ['жер', 'land'],
  ['зем', 'land'],
  ['Паводок', 'flood'],
  ['ТКШ', 'utilities'],
  ['тургын', 'housing'],
  ['TKШ', 'utilities'],
  ['коммун', 'utilities'],
])('"%s" finds %s first', (typed, code) => {
  expect(found(typed)[0]).toBe(code)
})

test('a topic of the second level stands under its own and is found by either', () => {
  expect(found('паводок')).toEqual(['flood', 'flood_housing'])
  expect(found('жана уй')[0]).toBe('flood_housing')
  const codes = CHOICES.map(choice => choice.code)
  expect(codes.indexOf('flood_housing')).toBe(codes.indexOf('flood') + 1)
})

test('nothing typed lists all, and what fits nothing finds nothing', () => {
  expect(found('')).toHaveLength(TOPICS.length + 1)
  expect(found('ъъъ')).toEqual([])
})

const both = (text: string) => ({ kk: text, ru: text })
const OFFICIAL = Official.parse({
  id: 'o1',
  category: 'akim',
  name: { surname: { kk: 'Сапаров', ru: 'Сапаров' }, given: both('Дәурен'), patronymic: both('') },
  position: { kk: 'Облыс әкімі', ru: 'Аким области' },
  unit: both(''),
  room: '301',
  rule: null,
  from: null,
  to: null,
})

test('an official is found by name and by post in either language', () => {
  const choices = officialChoices([OFFICIAL], 'ru')
  for (const typed of ['сап', 'даурен', 'аким', 'облыс', 'дауp сап']) {
    expect(seek(choices, typed)).toHaveLength(1)
  }
  expect(seek(choices, 'ием')).toEqual([])
})

const TODAY = PlainDate.parse('2026-10-20')
const reception = (date: string, from = '10:00', to = '11:00') =>
  Reception.parse({ id: `${date} ${from}`, officialId: 'o1', date, from, to, room: '301', moved: null })

test('receptions that are over or today are not offered; the others in the order of days', () => {
  const month = {
    month: monthsFrom(TODAY)[0],
    receptions: ['2026-10-29', '2026-10-20', '2026-10-21'].map(date => reception(date)),
  }
  expect(upcoming([month, null], TODAY).map(one => one.date)).toEqual(['2026-10-21', '2026-10-29'])
  expect(monthsFrom(PlainDate.parse('2026-12-31'))).toEqual(['2026-12', '2027-01'])
})

test('a time that is taken is not offered, and none goes beyond the end', () => {
  const one = reception('2026-10-29')
  const taken = { officialId: 'o1', date: one.date, time: PlainTime.parse('10:15') }
  expect(freeTimes(one, [taken, { ...taken, officialId: 'o2', time: PlainTime.parse('10:00') }])).toEqual([
    '10:00',
    '10:30',
    '10:45',
  ])
  expect(freeTimes(reception('2026-10-29', '10:00', '10:10'), [])).toEqual([])
})
