import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pluralForm } from '#shared/report/narrative.ts'
import { narrativeFaults } from '#shared/report/parity.ts'
import type { Narrative } from '#shared/report/report-paper.ts'
import { sampleData, sampleDocument } from '#test/fixtures/report.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'

const said = (narrative: Narrative, language: 'kk' | 'ru') => narrative.map(one => one[language]).join('\n')

describe('the words of a report', () => {
  it('a person who read one language has read the same figures as who read the other', () => {
    expect(narrativeFaults(sampleDocument().narrative, DATE_WORDS)).toEqual([])
    expect(narrativeFaults(sampleDocument({ ...sampleData(), previous: null }).narrative, DATE_WORDS)).toEqual([])
  })

  it('counts of any size stand alike in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 2_000_000 }), (rows, before) => {
        const { current, previous } = sampleData()
        const data = { ...sampleData(), current: { ...current, rows }, previous: { ...previous!, rows: before } }
        expect(narrativeFaults(sampleDocument(data).narrative, DATE_WORDS)).toEqual([])
      }),
      { numRuns: 40, seed: 38 },
    )
  })

  it('they tell what came, how much more, of what and what became of it', () => {
    const { narrative } = sampleDocument()
    expect(said(narrative, 'ru')).toContain(
      'В III квартале 2026 года в общественной приемной зарегистрировано 430 обращений',
    )
    expect(said(narrative, 'kk')).toContain('2026 жылғы III тоқсанда қоғамдық қабылдау бөлмесінде')
    expect(said(narrative, 'kk')).toContain('430 өтініш тіркелді')
    expect(said(narrative, 'ru')).toMatch(/рост – \d+ \(\d+,\d\u00a0%\)|снижение – \d+ \(\d+,\d\u00a0%\)/)
    expect(said(narrative, 'ru')).not.toMatch(/undefined|NaN|\{\{/)
    expect(narrative.length).toBeGreaterThan(3)
  })

  it('a number put right in one language only is told, paragraph by paragraph', () => {
    const narrative = sampleDocument().narrative.map((one, at) =>
      at === 0 ? { ...one, ru: one.ru.replace('430', '431') } : one,
    )
    expect(narrativeFaults(narrative, DATE_WORDS)).toMatchObject([{ part: 0, code: 'number_differs' }])
    expect(narrativeFaults([{ kk: 'Бір', ru: '' }], DATE_WORDS)).toMatchObject([{ part: 0, code: 'part_empty' }])
  })

  it.each([
    [1, 'one'],
    [21, 'one'],
    [101, 'one'],
    [11, 'many'],
    [2, 'few'],
    [24, 'few'],
    [12, 'many'],
    [114, 'many'],
    [5, 'many'],
    [0, 'many'],
  ] as const)('after %i a Russian noun is in its form %s', (count, form) => {
    expect(pluralForm(count)).toBe(form)
  })
})
