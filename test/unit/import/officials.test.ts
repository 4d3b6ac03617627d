import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { dryRunOfficials } from '#shared/import/dry-run-officials.ts'
import type { Cell, Table } from '#shared/import/table.ts'
import { Official } from '#shared/official/model.ts'
import { unwrap } from '#shared/result/result.ts'
import { sampleOfficials } from '#test/fixtures/import/compare.ts'
import { samplePath } from '#test/fixtures/import/expected.ts'

function tableOf(rows: Cell[][]): Table {
  return { sheets: [{ name: '', hidden: false, rows }] }
}

/** What no list of the sample's columns says. */
const DEFAULTS = {
  ...{ slot: 20, buffer: 0, phone: '', email: '', languages: ['kk', 'ru'] },
  ...{ topics: [], since: null, until: null, substitutes: [] },
}

test('the sample comes in cell by cell', async () => {
  const text = readFileSync(samplePath('officials.csv'), 'utf8').replace('\ufeff', '').trim()
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';' })
  const officials = await sampleOfficials()
  expect(officials.length).toBe(11)
  for (const [index, { id, name, position, unit, rule, ...rest }] of officials.entries()) {
    expect(id).toBe(`official-${index}`)
    const { category, room, from, to, ...defaults } = rest
    expect(defaults).toEqual(DEFAULTS)
    const flat = {
      ...{ category, room, from, to },
      surname_kk: name.surname.kk,
      surname_ru: name.surname.ru,
      given_kk: name.given.kk,
      given_ru: name.given.ru,
      patronymic_kk: name.patronymic.kk,
      patronymic_ru: name.patronymic.ru,
      position_kk: position.kk,
      position_ru: position.ru,
      unit_kk: unit.kk,
      unit_ru: unit.ru,
      reception_rule: rule,
    }
    expect(flat).toEqual(data[index])
  }
})

describe('a list written by hand', () => {
  const header = [
    'Категория',
    'Фамилия (каз)',
    'Фамилия (рус)',
    'Имя (рус)',
    'Кабинет',
    'Дни приёма',
    'Начало',
    'Окончание',
  ]

  test.each<[Cell[], object, string[]]>([
    [
      ['Аким области', 'Қалиев', 'КАЛИЕВ', 'Бахыт', 301, 'первая среда', '9.00', { serial: 0.75 }],
      { category: 'akim', rule: 'first_wednesday', from: '09:00', to: '18:00', room: '301' },
      [],
    ],
    [
      ['Бөлім басшысы', 'Қалиев', 'Калиев', 'Бахыт', '1', '2-ші сейсенбі', '10-30', 0.5],
      { category: 'unit_head', rule: 'second_tuesday', from: '10:30', to: '12:00' },
      [],
    ],
    [
      ['akim', 'Қалиев', 'Калиев', 'Бахыт', '1', 'четвёртый четверг', '', ''],
      { rule: 'fourth_thursday', from: null, to: null },
      [],
    ],
    [['akim', 'Қалиев', 'Калиев', 'Бахыт', '1', 'четверг', '', ''], { rule: 'every_thursday' }, []],
    [['akim', 'Қалиев', 'Калиев', 'Бахыт', '1', 'күн сайын', '', ''], { rule: 'daily' }, []],
    [
      ['Министр', '', 'Калиев', 'Бахыт', '1', 'иногда', 'утром', ''],
      { category: 'authorized_staff', rule: null, from: null },
      ['name_one_language', 'official_category_unknown', 'rule_unknown', 'hours_unreadable'],
    ],
  ])('%j', (row, expected, codes) => {
    const run = unwrap(dryRunOfficials(tableOf([header, row])))
    const [first] = run.officials
    expect(first?.official).toMatchObject(expected)
    expect(first?.official.name.surname).toEqual({ kk: row[1] === '' ? 'Калиев' : 'Қалиев', ru: 'Калиев' })
    expect(first?.problems.map(problem => problem.code)).toEqual(codes)
    expect(Official.safeParse({ id: 'x', ...first?.official }).success).toBe(true)
  })

  test.each([
    [
      ['Телефоны', 'Электрондық пошта'],
      ['50-12-34, ішкі 112', 'kabyldau@bko.gov.kz'],
    ],
    [
      ['Телефон', 'Электронная почта'],
      [7112501234, ' kabyldau@bko.gov.kz '],
    ],
  ])('telephone and electronic mail are read where the list has them: %j', (headers, cells) => {
    const row = ['akim', 'Қалиев', 'Калиев', 'Бахыт', '1', '', '', '', ...cells]
    const [first] = unwrap(dryRunOfficials(tableOf([[...header, ...headers], row]))).officials
    expect(first).toMatchObject({ official: { phone: String(cells[0]), email: 'kabyldau@bko.gov.kz' }, problems: [] })
  })

  test('what is no address of electronic mail is marked, not taken', () => {
    const row = ['akim', 'Қалиев', 'Калиев', 'Бахыт', '1', '', '', '', 'жоқ']
    const [first] = unwrap(dryRunOfficials(tableOf([[...header, 'E-mail'], row]))).officials
    expect(first?.official.email).toBe('')
    expect(first?.problems.map(({ code }) => code)).toEqual(['email_unreadable'])
  })

  test('a journal is not a list of officials', () => {
    expect(dryRunOfficials(tableOf([['a', 'b', 'c']])).ok).toBe(false)
  })
})
