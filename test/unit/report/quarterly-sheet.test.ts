import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { QuarterlySheet } from '#renderer/print/report/QuarterlySheet.tsx'
import type { Language } from '#shared/application/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { QuarterlyData } from '#shared/ipc/documents.ts'
import { countText, differenceText } from '#shared/report/figures.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { reportText, sampleData, sampleDocument } from '#test/fixtures/report.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

function printed(language: Language, data: QuarterlyData = sampleData()): string {
  return renderToStaticMarkup(
    createElement(QuarterlySheet, {
      report: sampleDocument(data),
      language,
      t: reportText(language),
      dates: DATE_WORDS[language],
    }),
  )
}

/** The printed lines as texts of their cells. */
function linesOf(markup: string): string[][] {
  return [...markup.matchAll(/<tr class="report-line[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replace(/<small>.*?<\/small>|<[^>]*>/g, ''),
    ),
  )
}

describe.each(['kk', 'ru'] as const)('the printed report in %s', language => {
  test('every figure of the report is printed beside last year, the difference signed', () => {
    const lines = linesOf(printed(language))
    const sections = quarterlyReport(sampleData(), SEED_DIRECTORIES).sections.filter(({ id }) => id !== 'summary')
    const figures = sections.flatMap(section => section.lines)
    expect(lines).toHaveLength(figures.length)
    figures.forEach((figure, index) => {
      const [, , current, , previous, difference] = lines[index]!
      expect([current, previous, difference]).toEqual([
        countText(figure.current),
        countText(figure.previous),
        differenceText(figure.difference),
      ])
    })
  })

  test('one language only: no word of the other stands in it', () => {
    const markup = printed(language)
    const other = language === 'kk' ? 'ru' : 'kk'
    for (const key of [
      'report.section.summary',
      'report.section.topic',
      'report.line.registered',
      'report.sheet.definitions',
    ] as const) {
      expect(markup).not.toContain(reportText(other)(key))
    }
    expect(markup).toContain(`lang="${language}"`)
    expect(markup).toContain(sampleData().office.name[language])
    expect(markup).not.toContain(sampleData().office.name[other])
  })

  test('without last year there is a sentence about it and no empty columns', () => {
    const markup = printed(language, { ...sampleData(), previous: null })
    expect(markup).toContain(reportText(language)('report.sheet.not_compared', { year: '2025', quarter: 'III' }))
    expect(linesOf(markup).every(line => line.length === 4)).toBe(true)
    expect(markup).not.toContain('pair-bar-previous')
  })
})

test('the titles and dates are those of an official paper', () => {
  expect(printed('kk')).toContain('2026\u00a0жылғы III\u00a0тоқсандағы жұмысы туралы есеп')
  expect(printed('kk')).toContain('Дайындалған күні: 2026 жылғы 5 қазан')
  expect(printed('ru')).toContain('за\u00a0III\u00a0квартал 2026\u00a0года')
  expect(printed('ru')).toContain('Дата подготовки: 5 октября 2026 года')
})

test('the ground is that of the office’s profile', () => {
  const data = sampleData()
  const newer = {
    ...data,
    office: { ...data.office, profiles: [{ profile: 'KZ-2026' as const, from: plainDate(2026, 8, 8) }] },
  }
  expect(printed('ru')).toContain('пунктом 38 регламента')
  expect(printed('ru', newer)).toContain('пунктом 40 Правил')
})

test('an empty quarter prints and no bar is longer than its place', () => {
  const widths = [...printed('ru').matchAll(/<rect[^>]* width="([^"]*)"/g)].map(([, width]) => Number(width))
  expect(widths.length).toBeGreaterThan(50)
  expect(widths.every(width => width >= 0 && width <= 100)).toBe(true)
})

test('until it is frozen every page says that it is a draft; a version says its number and day', () => {
  expect(printed('ru')).toContain('report-draft-mark')
  expect(printed('kk')).toContain('Жоба, 2026 жылғы 5 қазан')
  const frozen = renderToStaticMarkup(
    createElement(QuarterlySheet, {
      report: sampleDocument(sampleData(), { version: 2 }),
      language: 'ru',
      t: reportText('ru'),
      dates: DATE_WORDS.ru,
    }),
  )
  expect(frozen).not.toContain('report-draft')
  expect(frozen).toContain('Версия 2, 5 октября 2026 года')
})
