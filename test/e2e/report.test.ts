import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntry } from '#shared/directory/find.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { Dimension } from '#shared/report/counts.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import type { QuarterlyReport, ReportLabel } from '#shared/report/quarterly-model.ts'
import { expectedJournal } from '#test/fixtures/import/expected.ts'
import { SAMPLE_OFFICIALS, sampleData } from '#test/fixtures/report.ts'
import { waitForTotal } from './pages/applications.ts'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { savedSentence } from './pages/frame.ts'
import { figuresOf, linesOf, openReport, saveReport } from './pages/report.ts'
import { flowsIn, LANGUAGES, type Language, type WordKey, wordsIn } from './pages/words.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const current = expectedJournal('2026-q3')
const previous = expectedJournal('2025-q3')
const expected: QuarterlyReport = quarterlyReport(sampleData(), SEED_DIRECTORIES)

/** Sections every line of which is pressed, once; of the others the first and the last, in each language. */
const FULLY: readonly string[] = ['channel', 'district']

/** Where each dimension of the expected files is read on the screen. */
const SECTION_OF = {
  byChannel: 'report.section.channel',
  byOutcome: 'report.section.outcome',
  byResult: 'report.section.result',
  byTopic: 'report.section.topic',
  byDistrict: 'report.section.district',
  byCategory: 'report.section.priority',
  byLanguage: 'report.section.language',
  byOfficial: 'report.section.official',
} as const satisfies Record<Dimension, WordKey>

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'report-files-'))
})
afterAll(() => remove(folder))

describe.each(flowsIn('ru'))('the quarterly report, %s', language => {
  let seat: PreparedDesk
  let at: AtDesk
  beforeAll(async () => {
    seat = await sitAt('filled', language)
    at = seat.at
    await openReport(at, '2026-Q3')
  })
  afterAll(() => seat.leave())

  test.each(Object.keys(SECTION_OF) as Dimension[])(
    '%s: every count of the journals stands there, last year beside it',
    async dimension => {
      const lines = await linesOf(at, SECTION_OF[dimension])
      const figures = lines.map(({ current, previous }) => [Number(current), Number(previous)])
      const keys = new Set([...Object.keys(current[dimension]), ...Object.keys(previous[dimension])])
      for (const key of keys) {
        const pair = [current[dimension][key] ?? 0, previous[dimension][key] ?? 0]
        const name = nameOf(dimension, key, language)
        if (name === null) expect(figures, key).toContainEqual(pair)
        else {
          const line = lines.find(one => one.name === name)
          expect([Number(line?.current), Number(line?.previous)], `${key} ${name}`).toEqual(pair)
        }
      }
    },
  )

  test('every line is what the counts say: name, both years, the difference', async () => {
    for (const { title, lines } of expected.sections) {
      const seen = await linesOf(at, title)
      expect(seen.map(one => one.name)).toEqual(lines.map(({ label }) => textOf(label, language)))
      expect(seen.map(one => [one.current, one.previous, one.difference])).toEqual(
        lines.map(one => [String(one.current), String(one.previous), signed(one.difference ?? 0)]),
      )
    }
  })

  test('each figure opens exactly as many records as it says', async () => {
    let pressed = 0
    for (const { id, title } of expected.sections) {
      const links = await figuresOf(at, title).evaluateAll(all =>
        all.map(link => ({ href: link.getAttribute('href') ?? '', count: Number(link.textContent) })),
      )
      const chosen =
        language === 'kk' && FULLY.includes(id) ? links : [links[0], links.at(-1)].filter(link => link !== undefined)
      for (const { href, count } of chosen) {
        await at.page.locator(`a[href="${href}"]`).first().click()
        await waitForTotal(at, count)
        await openReport(at, '2026-Q3')
        pressed += 1
      }
    }
    expect(pressed).toBeGreaterThan(language === 'kk' ? 40 : 15)
  })

  test('written as a workbook it holds the same figures as numbers, a sheet in each language', async () => {
    const file = path.join(folder, `report-${language}.xlsx`)
    await saveReport(at, 'xlsx', null)
    expect(await savedSentence(at)).toBe(at.t('saved.canceled'))
    await saveReport(at, 'xlsx', file)
    expect(await savedSentence(at)).toContain(file)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    expect(book.worksheets.length).toBeGreaterThan(LANGUAGES.length)
    for (const [place, ofSheet] of LANGUAGES.entries()) expectSheet(book.worksheets[place]!, ofSheet)
  })

  test.each(flowsIn('ru'))('written as PDF in %s it holds the same figures', async ofSheet => {
    const file = path.join(folder, `report-${language}-${ofSheet}.pdf`)
    await saveReport(at, ofSheet === 'kk' ? 'pdf_kk' : 'pdf_ru', file)
    expect(await savedSentence(at)).toContain(file)
    const { stdout } = await run('pdftotext', ['-raw', file, '-'])
    // What stands before the tables are the words of the report; the same names are in them.
    const whole = stdout.replace(/\s+/g, ' ')
    const compact = whole.slice(whole.indexOf(` ${wordsIn(ofSheet)('report.section.channel')} `))
    expect(compact).toContain(wordsIn(ofSheet)('report.section.channel'))
    for (const code of Object.keys(current.byChannel)) {
      // A long name takes several lines; the figures of its row follow it.
      const [, row = ''] = compact.split(nameOf('byChannel', code, ofSheet) ?? '-')
      const figures = row.slice(0, 60).match(/\d+(?:,\d+)?/g) ?? []
      expect(figures.slice(0, 4), `${code}: ${row.slice(0, 60)}`).toEqual(
        expect.arrayContaining([String(current.byChannel[code]), String(previous.byChannel[code])]),
      )
    }
    expect([...current.records, ...previous.records].filter(one => whole.includes(one.iin))).toEqual([])
    const { stdout: fonts } = await run('pdffonts', [file])
    for (const line of fonts.trim().split('\n').slice(2))
      expect(line).toMatch(/\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/)
  })
})

function expectSheet(sheet: ExcelJS.Worksheet, language: Language): void {
  const rows = new Map<string, unknown[][]>()
  sheet.eachRow(row => {
    const [name, ...figures] = (row.values as unknown[]).slice(1)
    const key = String(name).split('\n')[0] ?? ''
    rows.set(key, [...(rows.get(key) ?? []), figures])
  })
  for (const { lines } of expected.sections) {
    for (const line of lines) {
      const found = rows.get(textOf(line.label, language))?.map(figures => [figures[0], figures[2]])
      expect(found, textOf(line.label, language)).toContainEqual([line.current, line.previous])
    }
  }
}

function textOf(label: ReportLabel, language: Language): string {
  return label.from === 'words' ? wordsIn(language)(label.key) : label.text[language]
}

/** The name a key of the expected files has on the screen; null where the report has words of its own for it. */
function nameOf(dimension: Dimension, key: string, language: Language): string | null {
  if (dimension === 'byOfficial') {
    const name = SAMPLE_OFFICIALS.find(one => `${one.name.surname.ru} ${one.name.given.ru}` === key)?.name
    return name
      ? [name.surname, name.given, name.patronymic]
          .map(part => part[language])
          .filter(Boolean)
          .join(' ')
      : null
  }
  if (dimension === 'byDistrict') return SEED_DIRECTORIES.district.find(({ ru }) => ru === key)?.[language] ?? null
  if (dimension === 'byChannel') return findEntry(SEED_DIRECTORIES.channel, key)?.[language] ?? null
  if (dimension === 'byTopic') return findEntry(SEED_DIRECTORIES.topic, key)?.[language] ?? null
  return null
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : difference < 0 ? `\u2212${-difference}` : '0'
}
