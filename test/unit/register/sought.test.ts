import { expect, test } from 'vitest'
import { officialChoices, seek, topicChoices } from '#renderer/features/register/sought.ts'
import { Entry } from '#shared/directory/model.ts'
import { TOPICS } from '#shared/directory/seed-topics.ts'
import { Official } from '#shared/official/model.ts'

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
