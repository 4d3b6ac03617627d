import { describe, expect, test } from 'vitest'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { noCounts } from '#shared/report/counts.ts'
import { getSection, quarterlyReport } from '#shared/report/quarterly.ts'
import { QuarterlyReport, type ReportLine } from '#shared/report/quarterly-model.ts'
import { SECTION_TITLES, type SectionId } from '#shared/report/texts.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { expectedJournal } from '#test/fixtures/import/expected.ts'
import { reportText, SAMPLE_OFFICIALS, sampleData } from '#test/fixtures/report.ts'

const REPORT = quarterlyReport(sampleData(), SEED_DIRECTORIES)

function line(section: SectionId, key: string, report = REPORT): ReportLine {
  const found = getSection(report, section).lines.find(one => one.key === key)
  if (!found) throw new Error(`no line ${key}`)
  return found
}

function keys(section: SectionId, report = REPORT): string[] {
  return getSection(report, section).lines.map(one => one.key)
}

describe('figures of the sample', () => {
  test('the whole report keeps to its schema and its sections stand in their order', () => {
    expect(QuarterlyReport.parse(REPORT)).toEqual(REPORT)
    const byEvent = [
      'weeks',
      'people',
      'decided',
      'reception',
      'received_by',
      'waits',
      'control',
      'letters',
      'bodies',
      'desk',
      'exchange',
      'terms',
    ]
    expect(REPORT.sections.map(one => one.id)).toEqual(Object.keys(SECTION_TITLES).filter(id => !byEvent.includes(id)))
    expect(REPORT).toMatchObject({ quarter: '2026-Q3', previousQuarter: '2025-Q3', compared: true })
  })

  test.each([
    ['byChannel', 'channel'],
    ['byResult', 'result'],
    ['byTopic', 'topic'],
    ['byLanguage', 'language'],
    ['byCategory', 'priority'],
    ['byOutcome', 'outcome'],
  ] as const)('%s of both years is what the journals hold', (dimension, section) => {
    const [current, previous] = [expectedJournal('2026-q3')[dimension], expectedJournal('2025-q3')[dimension]]
    for (const code of new Set([...Object.keys(current), ...Object.keys(previous)])) {
      expect(line(section, `${dimension}.${code}`)).toMatchObject({
        current: current[code] ?? 0,
        previous: previous[code] ?? 0,
        difference: (current[code] ?? 0) - (previous[code] ?? 0),
      })
    }
  })

  test('districts and officials by name are what the journals hold', () => {
    for (const [section, expected] of [
      ['district', expectedJournal('2026-q3').byDistrict],
      ['official', expectedJournal('2026-q3').byOfficial],
    ] as const) {
      const counted = getSection(REPORT, section).lines.flatMap(one =>
        one.label.from === 'directory' && (one.current ?? 0) > 0 ? [[one.label.text.ru, one.current] as const] : [],
      )
      const named = Object.entries(expected)
      expect(counted).toHaveLength(named.length)
      for (const [name, count] of named) expect(counted.find(([text]) => text.startsWith(name))?.[1]).toBe(count)
    }
  })

  test('main figures', () => {
    expect(line('summary', 'summary.registered')).toMatchObject({
      current: 430,
      previous: 388,
      difference: 42,
      percent: 10.8,
    })
    expect(line('summary', 'summary.received')).toMatchObject({ current: 312, previous: 292, share: 72.6 })
    expect(line('summary', 'summary.no_show')).toMatchObject({
      current: 15,
      previous: 23,
      difference: -8,
      percent: -34.8,
    })
    expect(line('summary', 'summary.refused')).toMatchObject({ current: 31, previous: 23 })
    expect(line('summary', 'summary.out_of_turn')).toMatchObject({ current: 62, previous: 39 })
    const [natural, legal] = ['natural', 'legal'].map(key => line('applicants', `applicants.${key}`).current ?? 0)
    expect((natural ?? 0) + (legal ?? 0)).toBe(430)
    expect(line('quality', 'quality.bad_iin')).toMatchObject({ current: 5, previous: 5, level: 'part' })
  })

  test('every line has its written definition, and no definition is told of nothing', () => {
    const used = new Set(REPORT.sections.flatMap(one => one.lines.map(({ definition }) => definition)))
    expect(new Set(REPORT.definitions.map(({ text }) => text))).toEqual(used)
    expect(REPORT.definitions).toHaveLength(used.size)
  })

  test('reasons of refusals stand below their sum and add up to it', () => {
    const lines = getSection(REPORT, 'outcome').lines
    const sum = lines.findIndex(one => one.key === 'outcome.refused')
    const parts = lines.slice(sum + 1, sum + 3)
    expect(parts.map(one => one.level)).toEqual(['part', 'part'])
    expect(parts.reduce((total, one) => total + (one.current ?? 0), 0)).toBe(lines[sum]!.current)
  })

  test('every section of one code a record adds up to the whole', () => {
    for (const id of ['applicants', 'channel', 'language', 'district', 'topic', 'official'] as const) {
      const lines = getSection(REPORT, id).lines
      expect(
        lines.reduce((sum, one) => sum + (one.current ?? 0), 0),
        id,
      ).toBe(430)
      expect(
        lines.reduce((sum, one) => sum + (one.previous ?? 0), 0),
        id,
      ).toBe(388)
    }
    const decided = getSection(REPORT, 'outcome').lines.filter(one => one.level !== 'part')
    expect(decided.reduce((sum, one) => sum + (one.current ?? 0), 0)).toBe(430)
  })

  test('a figure opens the records of its own code and quarter', () => {
    expect(line('channel', 'byChannel.egov').drill).toEqual({
      facet: 'byChannel',
      codes: ['egov'],
      quarter: '2026-Q3',
    })
    expect(line('summary', 'summary.registered').drill).toEqual({ facet: 'rows', codes: [], quarter: '2026-Q3' })
    expect(line('quality', 'quality.marked').drill).toEqual({ facet: 'marked', codes: [], quarter: '2026-Q3' })
  })
})

describe('what is missing is told and not hidden', () => {
  const empty = { quarter: Quarter.parse('2026-Q3'), current: noCounts(), previous: null, officials: SAMPLE_OFFICIALS }

  test('an empty quarter is zeros: no share of nothing, nothing to compare with', () => {
    const report = quarterlyReport(empty, SEED_DIRECTORIES)
    expect(report.compared).toBe(false)
    expect(line('summary', 'summary.received', report)).toMatchObject({
      current: 0,
      previous: null,
      difference: null,
      percent: null,
      share: null,
    })
    expect(report.sections.map(one => one.id)).not.toContain('official')
    expect(report.sections.map(one => one.id)).not.toContain('priority')
    expect(() => getSection(report, 'official')).toThrow(RangeError)
  })

  test('from nothing to something has no percent', () => {
    const report = quarterlyReport(
      { ...empty, current: { ...noCounts(), rows: 3 }, previous: noCounts() },
      SEED_DIRECTORIES,
    )
    expect(line('summary', 'summary.registered', report)).toMatchObject({ difference: 3, percent: null })
  })

  test('records without a code are a line of their own, so that the section still adds up', () => {
    const current = { ...noCounts(), rows: 10, byChannel: { egov: 7 } }
    const report = quarterlyReport({ ...empty, current }, SEED_DIRECTORIES)
    expect(line('channel', 'byChannel:none', report)).toMatchObject({
      current: 3,
      drill: { facet: 'byChannel', codes: [''] },
    })
    expect(keys('channel')).not.toContain('byChannel:none')
  })

  test('codes and officials that no directory has any more keep their line', () => {
    const current = { ...noCounts(), rows: 3, byTopic: { zebra: 1, ancient: 2 }, byOfficial: { gone: 3 } }
    const report = quarterlyReport({ ...empty, current }, SEED_DIRECTORIES)
    expect(keys('topic', report)).toEqual(['byTopic.ancient', 'byTopic.zebra'])
    expect(line('topic', 'byTopic.zebra', report).label).toEqual({
      from: 'directory',
      text: { kk: 'zebra', ru: 'zebra' },
    })
    expect(line('official', 'byOfficial.gone', report).label).toMatchObject({ from: 'words' })
  })

  test('short directories keep their zero lines, long ones do not, ended entries go when nothing is left of them', () => {
    const current = { ...noCounts(), rows: 1, byTopic: { land: 1 } }
    const report = quarterlyReport({ ...empty, current }, SEED_DIRECTORIES)
    expect(getSection(report, 'district').lines.filter(one => one.label.from === 'directory')).toHaveLength(14)
    expect(keys('topic', report)).toEqual(['byTopic.land'])
    const ended = PlainDate.parse('2026-06-30')
    const channel = SEED_DIRECTORIES.channel.map(one => (one.code === 'paper' ? { ...one, validTo: ended } : one))
    expect(keys('channel', quarterlyReport({ ...empty, current }, { ...SEED_DIRECTORIES, channel }))).not.toContain(
      'byChannel.paper',
    )
    const counted = { ...current, byChannel: { paper: 1 } }
    expect(
      keys('channel', quarterlyReport({ ...empty, current: counted }, { ...SEED_DIRECTORIES, channel })),
    ).toContain('byChannel.paper')
  })

  test('officials stand in the order of clause 2, however the directory lists them', () => {
    const reversed = quarterlyReport({ ...sampleData(), officials: [...SAMPLE_OFFICIALS].reverse() }, SEED_DIRECTORIES)
    const first = getSection(reversed, 'official').lines[0]!
    expect(first.label).toEqual({
      from: 'directory',
      text: { kk: 'Сапаров Дәурен Маратұлы', ru: 'Сапаров Даурен Маратович' },
    })
    expect(first.note).toEqual({ kk: 'Облыс әкімі', ru: 'Аким области' })
  })
})

test('every figure of the report has its definition, and every key its words in both languages', () => {
  for (const language of ['kk', 'ru'] as const) {
    const t = reportText(language)
    for (const { label, text } of REPORT.definitions) {
      expect(label.from === 'words' && t(label.key)).not.toBe('')
      expect(t(text)).not.toBe('')
    }
    for (const section of REPORT.sections) {
      expect(t(section.title)).not.toBe('')
      for (const { label } of section.lines) if (label.from === 'words') expect(t(label.key)).not.toBe('')
    }
  }
})
