import { describe, expect, test } from 'vitest'
import type { ImportedRecord } from '#shared/application/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal } from '#shared/import/dry-run.ts'
import { canonicalText, fingerprintsOf } from '#shared/import/fingerprint.ts'
import { JOURNAL_HEADERS } from '#shared/import/headers-journal.ts'
import type { Cell, Table } from '#shared/import/table.ts'
import { assignField, understandTable } from '#shared/import/understand-columns.ts'
import type { Official } from '#shared/official/model.ts'
import { unwrap } from '#shared/result/result.ts'
import { sampleOfficials } from '#test/fixtures/import/compare.ts'

const officials = await sampleOfficials()
const FIELDS = [
  '№',
  'Дата регистрации',
  'Канал',
  'ФИО',
  'ИИН',
  'Юр. лицо',
  'БИН',
  'Телефон',
  'Район',
  'Категория',
  'Язык',
  'Суть вопроса',
  'Тематика',
  'К кому',
  'Решение',
  'Дата приёма',
  'Результат',
  'e-Өтініш №',
]
const GOOD: Record<string, Cell> = { '№': 1, 'Дата регистрации': '01.07.2026', ФИО: 'Иванов Иван', ИИН: '450509390015' }

function tableOf(...rows: Record<string, Cell>[]): Table {
  return {
    sheets: [{ name: 'A', hidden: false, rows: [FIELDS, ...rows.map(row => FIELDS.map(field => row[field] ?? null))] }],
  }
}

function readRow(cells: Record<string, Cell>, known: readonly Official[] = officials): ImportedRecord {
  const { records } = unwrap(dryRunJournal(tableOf({ ...GOOD, ...cells }), SEED_DIRECTORIES, known))
  expect(records.length).toBe(1)
  return records[0]!
}

function codes(record: ImportedRecord): string[] {
  return record.facts.problems.map(problem => `${problem.field}:${problem.code}`)
}

describe('a row with something wrong comes in marked, its cells kept', () => {
  test.each<[string, Cell, string]>([
    ['ФИО', null, 'person:name_missing'],
    ['ФИО', 'Иванов', 'person:name_incomplete'],
    ['ФИО', 'Иванов Иван Иванович Петров', 'person:name_parts'],
    ['ФИО', 'Иванов Иван 7', 'person:name_characters'],
    ['ИИН', '450509390016', 'iin:iin_check'],
    ['ИИН', 450509390016, 'iin:iin_check'],
    ['ИИН', '45050939001', 'iin:iin_length'],
    ['ИИН', '4505O9390015', 'iin:iin_characters'],
    ['ИИН', '7,50817E+11', 'iin:iin_characters'],
    ['ИИН', '000000000000', 'iin:iin_zeros'],
    ['ИИН', '170240900017', 'iin:iin_is_bin'],
    ['БИН', '450509390015', 'bin:bin_is_iin'],
    ['БИН', '170240900018', 'bin:bin_check'],
    ['Телефон', 'жоғалған', 'phone:phone_unreadable'],
    ['Телефон', '87015970819, 87051112233', 'phone:phone_several'],
    ['Дата регистрации', null, 'registered:date_missing'],
    ['Дата регистрации', '31.06.2026', 'registered:date_unreadable'],
    ['Дата приёма', '30.06.2026', 'received:received_before_registered'],
    ['Канал', 'Факс', 'channel:channel_unknown'],
    ['Район', 'Алматы', 'district:district_unknown'],
    ['Категория', 'Многодетная мать', 'category:category_unknown'],
    ['Язык', 'английский', 'language:language_unknown'],
    ['Тематика', 'Космос', 'topic:topic_unknown'],
    ['Решение', 'Подумаем', 'outcome:outcome_unknown'],
    ['Результат', 'Хорошо', 'result:result_unknown'],
    ['К кому', 'Петров П.П.', 'official:official_unknown'],
    ['К кому', { error: '#REF!' }, 'official:cell_error'],
  ])('%s: %j', (field, cell, code) => {
    const record = readRow({ [field]: cell })
    expect(codes(record)).toEqual([code])
    if (cell !== null && typeof cell !== 'object') expect(record.personal.cells[field]).toBe(String(cell))
    expect(JSON.stringify(record.facts.problems)).not.toMatch(/[А-Яа-я]|\d{5}/)
  })

  test('a row in which everything is wrong', () => {
    const record = readRow(Object.fromEntries(FIELDS.map(field => [field, 'вздор 5'])))
    expect(record.facts.problems.length).toBeGreaterThan(10)
    expect(record.facts).toMatchObject({ outcome: 'pending', badIin: true, badBin: true, rowNumber: null })
    expect(Object.keys(record.personal.cells)).toEqual(FIELDS)
  })

  test('a row with hardly anything is a record without marks but for what is missing', () => {
    const { records } = unwrap(dryRunJournal(tableOf({ '№': 7, ФИО: 'Иванов Иван' }), SEED_DIRECTORIES, officials))
    expect(records.map(codes)).toEqual([['registered:date_missing']])
    expect(records[0]?.facts).toMatchObject({
      outcome: 'pending',
      badIin: false,
      legalEntity: false,
    })
  })
})

describe('numbers that lost their zeros', () => {
  test('a number cell gets them back, whether it checks or not', () => {
    expect(readRow({ ИИН: 30105690130 }).personal.iin).toBe('030105690130')
    expect(readRow({ ИИН: 30105690131 })).toMatchObject({ personal: { iin: '030105690131' }, facts: { badIin: true } })
    expect(readRow({ БИН: 51141900017 })).toMatchObject({
      personal: { bin: '051141900017' },
      facts: { badBin: false, legalEntity: true },
    })
  })

  test('text gets them back where it then begins like such a number: else a digit is missing', () => {
    expect(readRow({ ИИН: '30105690130' })).toMatchObject({
      personal: { iin: '030105690130' },
      facts: { badIin: false, problems: [] },
    })
    expect(readRow({ ИИН: '30105690131' })).toMatchObject({
      personal: { iin: '030105690131' },
      facts: { badIin: true },
    })
    expect(readRow({ ИИН: '45050939001' })).toMatchObject({ personal: { iin: '45050939001' }, facts: { badIin: true } })
  })

  test.each([' 450509 390015', '450509\u00a0390015', '450509-390015', '450509390015.0'])('%j is cleaned', iin => {
    expect(readRow({ ИИН: iin }).personal.iin).toBe('450509390015')
  })
})

describe('to whom', () => {
  const idOf = (surname: string): string | undefined => officials.find(one => one.name.surname.ru === surname)?.id

  test.each([
    ['Мырзагалиев Е.К.', 'Мырзагалиев'],
    ['Мырзағалиев Е.Қ.', 'Мырзагалиев'],
    ['МЫРЗАҒАЛИЕВ  Е. Қ.', 'Мырзагалиев'],
    ['Е.К. Мырзагалиев', 'Мырзагалиев'],
    ['Мырзагалиев', 'Мырзагалиев'],
    ['Мырзагалиев Ернар Канатович', 'Мырзагалиев'],
    ['Тоқтаров Ә.Б.', 'Токтаров'],
    ['Токтаров А.Б.', 'Токтаров'],
    ['Ізтілеуов С.Ғ.', 'Изтлеуов'],
    ['Aкимнің орынбасары Қалиев Б.С.', 'Калиев'],
    ['Есенгали Ж.', 'Есенгали'],
    ['Oспанoва Г.Е.', 'Оспанова'],
  ])('%s', (text, surname) => {
    const record = readRow({ 'К кому': text })
    expect(record.facts.officialId).toBe(idOf(surname))
    expect(record.facts.problems).toEqual([])
  })

  test.each(['Мырзагалиев К.Е.', 'Калиев Данияр', 'Сапаров Д.К.', 'Мырзагалиева Е.К.'])(
    '%s is another person',
    text => {
      expect(readRow({ 'К кому': text }).facts.officialId).toBeNull()
    },
  )

  test('of two who fit nobody is chosen', () => {
    const [first] = officials
    const twin = { ...first!, id: 'twin' }
    const record = readRow({ 'К кому': 'Сапаров Д.М.' }, [...officials, twin])
    expect(record.facts.officialId).toBeNull()
    expect(record.facts.problems).toEqual([{ field: 'official', code: 'official_several', params: { count: 2 } }])
  })
})

describe('the table around the rows', () => {
  test('no header, no guess', () => {
    const table: Table = {
      sheets: [
        {
          name: 'A',
          hidden: false,
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    }
    expect(dryRunJournal(table, SEED_DIRECTORIES, officials)).toEqual({
      ok: false,
      error: { code: 'import.no_header', params: {} },
    })
    expect(dryRunJournal({ sheets: [] }, SEED_DIRECTORIES, officials).ok).toBe(false)
  })

  test('rows that are no records are told with their reason', () => {
    const table = tableOf(
      {},
      { '№': 1, 'Дата регистрации': 2, Канал: 3, ФИО: 4 },
      { '№': 'Шілде' },
      { '№': 5 },
      { ФИО: 'Иванов Иван' },
      { ФИО: 'Всего', ИИН: 12 },
    )
    const run = unwrap(dryRunJournal(table, SEED_DIRECTORIES, officials))
    expect(run.skipped).toEqual([
      { sheetRow: 1, reason: 'header' },
      { sheetRow: 2, reason: 'blank' },
      { sheetRow: 3, reason: 'column_numbers' },
      { sheetRow: 4, reason: 'note' },
      { sheetRow: 5, reason: 'number_only' },
      { sheetRow: 7, reason: 'totals' },
    ])
    expect(run.records.map(record => record.facts.sheetRow)).toEqual([6])
  })

  test('a person of an unlucky surname is not a sum', () => {
    const record = readRow({ ФИО: 'Итого Иван' })
    expect(record.personal.surname).toBe('Итого')
  })

  test('a mapping put right by hand is followed', () => {
    const table: Table = {
      sheets: [
        {
          name: 'A',
          hidden: false,
          rows: [
            ['№', 'ФИО', 'ИИН', 'Странное', 'Канал'],
            [1, 'Иванов Иван', '450509390015', '01.07.2026', 'Устно'],
          ],
        },
      ],
    }
    const mapping = understandTable(table, JOURNAL_HEADERS)!
    expect(mapping.columns[3]).toEqual({ index: 3, header: 'Странное', field: null, confidence: 0 })
    const corrected = assignField(assignField(mapping, 3, 'registered'), 4, null)
    const { records } = unwrap(dryRunJournal(table, SEED_DIRECTORIES, officials, corrected))
    expect(records[0]?.facts).toMatchObject({ registered: '2026-07-01', channel: null })
    expect(records[0]?.personal.cells.Канал).toBe('Устно')
    expect(assignField(corrected, 4, 'registered').columns[3]?.field).toBeNull()
  })

  test('a hidden copy does not win over the sheet in sight', () => {
    const [sheet] = tableOf(GOOD).sheets
    const hidden = { ...sheet!, name: 'old', hidden: true, rows: [...sheet!.rows, ...sheet!.rows] }
    const run = unwrap(dryRunJournal({ sheets: [hidden, sheet!] }, SEED_DIRECTORIES, officials))
    expect(run.sheets.map(one => [one.name, one.chosen, one.looksLikeJournal])).toEqual([
      ['old', false, true],
      ['A', true, true],
    ])
  })

  test('columns of the same header keep both cells', () => {
    const table: Table = {
      sheets: [
        {
          name: 'A',
          hidden: false,
          rows: [
            ['№', 'ФИО', 'ИИН', 'ФИО', '', '__proto__'],
            [1, 'Иванов Иван', '', 'Петров Пётр', 'x', 'y'],
          ],
        },
      ],
    }
    const { records } = unwrap(dryRunJournal(table, SEED_DIRECTORIES, officials))
    expect(records[0]?.personal.cells).toEqual({
      '№': '1',
      ФИО: 'Иванов Иван',
      'ФИО #4': 'Петров Пётр',
      '#5': 'x',
      '#6': 'y',
    })
  })
})

describe('fingerprints', () => {
  test('stay where a row moves, is renumbered or restyled; differ where it says something else', () => {
    const text = canonicalText(readRow({}))
    expect(canonicalText(readRow({ '№': 99, 'Дата регистрации': { serial: 46204 }, ФИО: 'ИВАНОВ  ИВАН' }))).toBe(text)
    expect(canonicalText(readRow({ Телефон: '87015970819' }))).not.toBe(text)
  })

  test('true duplicates in a file stay apart, in any order the same', () => {
    const { records } = unwrap(
      dryRunJournal(tableOf(GOOD, GOOD, { ...GOOD, ФИО: 'Петров Пётр' }), SEED_DIRECTORIES, officials),
    )
    const prints = fingerprintsOf(records)
    expect(new Set(prints).size).toBe(3)
    expect(new Set(fingerprintsOf(records.toReversed()))).toEqual(new Set(prints))
  })
})
