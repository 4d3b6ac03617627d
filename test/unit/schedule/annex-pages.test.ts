import { expect, test } from 'vitest'
import { annexPages } from '#renderer/print/schedule/annex-pages.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { Official } from '#shared/official/model.ts'
import { annexSheet } from '#shared/schedule/annex-sheet.ts'
import { postedSheet } from '#shared/schedule/posted-sheet.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { manyOfficials, monthOf, POSTING_OFFICE } from '#test/fixtures/posting.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { DATE_WORDS, sheetTexts } from '#test/fixtures/words.ts'

const COLUMNS = ['body', 'name', 'position', 'time', 'place', 'contact'] as const

function pagesOf(officials: Official[], paper: 'a4' | 'a3') {
  const months = ['2026-10', '2026-11', '2026-12'].map(month =>
    postedSheet({
      schedule: monthOf(month, officials),
      officials,
      office: POSTING_OFFICE,
      calendar: SEED_CALENDAR,
      approvedOn: PlainDate.parse('2026-09-25'),
      source: { kk: '', ru: '' },
      words: DATE_WORDS,
      profile: 'KZ-2026',
    }),
  )
  const heads = Object.fromEntries(COLUMNS.map(one => [one, sheetTexts(`schedule.annex.column.${one}`)])) as never
  return annexPages(annexSheet(Quarter.parse('2026-Q4'), months, DATE_WORDS), paper, heads)
}

test('the quarter of nine officials is set smaller rather than over two pages, that of the sample is not set too small to read', () => {
  for (const paper of ['a4', 'a3'] as const) {
    const nine = pagesOf(SAMPLE_OFFICIALS.slice(0, 9), paper)
    expect([nine.pages.kk.length, nine.pages.ru.length], paper).toEqual([1, 1])
    expect(nine.step).toBeGreaterThan(0)
    const all = pagesOf(SAMPLE_OFFICIALS, paper)
    expect([all.step, all.pages.kk.length, all.pages.ru.length], paper).toEqual([0, 2, 2])
  }
})

test('sixty officials go over pages in the largest size, each once and in order, none alone on the last page', () => {
  const { step, pages } = pagesOf(manyOfficials(60), 'a4')
  expect(step).toBe(0)
  for (const language of ['kk', 'ru'] as const) {
    expect(pages[language].length).toBeGreaterThan(4)
    expect(pages[language].flat().map(({ officialId }) => officialId)).toEqual(
      Array.from({ length: 60 }, (_, index) => `o${index}`),
    )
    for (const rows of pages[language]) expect(rows.length).toBeGreaterThan(1)
  }
})
