import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { baseName, splitPersonName } from '#shared/applicant/person-name.ts'
import { Phone, parsePhone } from '#shared/applicant/phone.ts'
import { ImportedRecord } from '#shared/application/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal } from '#shared/import/dry-run.ts'
import { dryRunOfficials } from '#shared/import/dry-run-officials.ts'
import { JOURNAL_HEADERS } from '#shared/import/headers-journal.ts'
import { Cell, type Table } from '#shared/import/table.ts'
import { Official } from '#shared/official/model.ts'
import { unwrap } from '#shared/result/result.ts'
import { clean } from '#shared/text/clean.ts'
import { fold, foldWords, repairLookalikes } from '#shared/text/fold.ts'
import { sampleOfficials } from '#test/fixtures/import/compare.ts'

const officials = await sampleOfficials()

const mixedWord = fc.string({
  unit: fc.constantFrom(
    ...'аәбвғдеёжзийкқнңоөрстуұүһхіАВЕКМНОРСТУХІҮҺabcehikmopstxyzABCEHIKMOPTXYəƏ-. \u00a0\u0306\u0308\u200b',
  ),
  maxLength: 24,
})
const text = fc.oneof(
  mixedWord,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const officeText = fc.constantFrom(
  '01.07.2026',
  'Итого',
  'Барлығы',
  'Иванов Иван',
  '450509390015',
  'Телефон',
  'ФИО',
  'ИИН',
  'Устно',
  '№',
  '1',
  'нет',
  '-',
)
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  text,
  officeText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.record({ serial: fc.double() }),
  fc.record({ error: fc.constantFrom('#REF!', '#N/A') }),
)
const row = fc.array(cell, { maxLength: 24 })
const HEADER = Object.values(JOURNAL_HEADERS).map(words => words[0] ?? null)

function tableOf(rows: Cell[][]): Table {
  return { sheets: [{ name: 'A', hidden: false, rows }] }
}

describe('whatever stands in the cells', () => {
  test('every row is a record or is told of, once, and every record is a record of the model', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 20 }), (before, after) => {
        const rows = [...before, HEADER, ...after]
        const run = unwrap(dryRunJournal(tableOf(rows), SEED_DIRECTORIES, officials))
        const told = [...run.records.map(record => record.facts.sheetRow), ...run.skipped.map(one => one.sheetRow)]
        expect(told.sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1))
        for (const record of run.records) expect(ImportedRecord.parse(record)).toEqual(record)
        expect(run.counts.rows).toBe(run.records.length)
        expect(run.counts.marked).toBe(run.records.filter(record => record.facts.problems.length > 0).length)
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })

  test('a table without a header never throws', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), rows => {
        dryRunJournal(tableOf(rows), SEED_DIRECTORIES, officials)
        const run = dryRunOfficials(
          tableOf([
            ['category', 'surname_kk', 'surname_ru', 'position_kk', 'room', 'reception_rule', 'from', 'to'],
            ...rows,
          ]),
        )
        for (const { official } of unwrap(run).officials) Official.parse({ id: 'x', ...official })
      }),
      { seed: 20261122, numRuns: 200 },
    )
  })

  test('bytes of any file never throw', async () => {
    const heads = ['PK\u0003\u0004', '\u00ff\u00fe', '\u00fe\u00ff', '\u00ef\u00bb\u00bf', '"', 'sep=;\n', ''].map(
      head => Buffer.from(head, 'latin1'),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        const result = await parseTable(Buffer.concat([head, tail]), TABLE_LIMITS)
        if (result.ok)
          for (const sheet of result.value.sheets)
            for (const cells of sheet.rows) for (const one of cells) Cell.parse(one)
        else expect(result.error.code).toMatch(/^table\.[a-z_]+$/)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})

describe('texts', () => {
  const RUNS = { seed: 20261122, numRuns: 2000 }

  test('cleaning, folding and repairing twice is doing it once', () => {
    fc.assert(
      fc.property(text, one => {
        expect(clean(clean(one))).toBe(clean(one))
        expect(fold(fold(one))).toBe(fold(one))
        expect(foldWords(foldWords(one))).toBe(foldWords(one))
        expect(repairLookalikes(repairLookalikes(one))).toBe(repairLookalikes(one))
      }),
      RUNS,
    )
  })

  test('case does not count in folding, nor does repairing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'абвгдежзиклмнопрстуәғқңөұүіАБВГДЕЖЗИКЛМНОПРСТУӘҒҚҢӨҰҮІ '),
          maxLength: 20,
        }),
        one => {
          expect(fold(one.toUpperCase())).toBe(fold(one.toLowerCase()))
          expect(repairLookalikes(one)).toBe(one)
        },
      ),
      RUNS,
    )
  })

  test('no letter of a name is lost, whatever its spaces and case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгәқұіАБВГӘҚҰІ  \u00a0'), maxLength: 40 }), one => {
        const { surname, given, patronymic } = splitPersonName(one).name
        expect(foldWords(`${surname}${given}${patronymic}`).replaceAll(' ', '')).toBe(
          foldWords(one).replaceAll(' ', ''),
        )
        expect(baseName(baseName(one))).toBe(baseName(one))
      }),
      RUNS,
    )
  })

  test('a phone survives any dress', () => {
    const dress = fc.constantFrom('8$1$2$3$4', '+7 $1 $2 $3 $4', '8 ($1) $2-$3-$4', '7$1$2$3$4', '$1 $2 $3 $4')
    fc.assert(
      fc.property(fc.integer({ min: 7_000_000_000, max: 7_999_999_999 }), dress, (number, shape) => {
        const typed = String(number).replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, shape)
        expect(parsePhone(typed)).toEqual({ ok: true, value: Phone.parse(`+7${number}`) })
      }),
      RUNS,
    )
  })
})
