import { describe, expect, it } from 'vitest'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { Figures } from '#shared/report/day-figures.ts'
import { isBroughtAlone, isKnownZero } from '#shared/report/known.ts'
import { getSection, quarterlyReport } from '#shared/report/quarterly.ts'
import { DEFINITION_TEXTS } from '#shared/report/texts.ts'
import { sampleData, sampleDocument } from '#test/fixtures/report.ts'

/** Two rows of Excel; two applications of the desk of which one is of a delegation of three. */
const BROUGHT: Figures = {
  registered: 2,
  'registered|represented|': 2,
  'registered|delegation|': 2,
  'registered|applicant|': 2,
  received: 2,
  'received|mode|': 2,
}
const WRITTEN: Figures = {
  registered: 2,
  'registered|represented|no': 2,
  'registered|applicant|citizen': 2,
  'registered|delegation|yes': 1,
  people: 4,
  came: 2,
}

describe('what nobody could have recorded', () => {
  it('of rows of Excel alone a zero is known only where a row would say it', () => {
    expect([isBroughtAlone(BROUGHT), isBroughtAlone(WRITTEN), isBroughtAlone({})]).toEqual([true, false, false])
    expect(isKnownZero(BROUGHT, 'people', null, [])).toBe(false)
    expect(isKnownZero(BROUGHT, 'came', null, [])).toBe(false)
    expect(isKnownZero(BROUGHT, 'refused', null, [])).toBe(true)
    expect(isKnownZero(BROUGHT, 'registered', 'applicant', ['legal_entity'])).toBe(true)
    expect(isKnownZero(BROUGHT, 'registered', 'applicant', ['citizen'])).toBe(false)
    expect(isKnownZero(BROUGHT, 'received', 'mode', ['in_person'])).toBe(false)
    expect(isKnownZero(WRITTEN, 'people', null, [])).toBe(true)
    expect(isKnownZero({ ...BROUGHT, 'registered|represented|': 1 }, 'people', null, [])).toBe(true)
  })

  it('is no figure, is compared with nothing, and says why; what was counted beside it stays', () => {
    const report = quarterlyReport(
      { ...sampleData(), figures: { current: WRITTEN, previous: BROUGHT } },
      SEED_DIRECTORIES,
    )
    const line = (section: 'people' | 'reception', key: string) =>
      getSection(report, section).lines.find(one => one.key === `${section}.${key}`)
    expect(line('people', 'people')).toMatchObject({ current: 4, previous: null, difference: null, percent: null })
    expect(line('people', 'citizen')).toMatchObject({ current: 2, previous: null, difference: null })
    expect(line('people', 'legal_entity')).toMatchObject({ current: 0, previous: 0, difference: 0 })
    expect(line('reception', 'came')).toMatchObject({ current: 2, previous: null })
    expect(line('reception', 'received')).toMatchObject({ current: 0, previous: 2, difference: -2 })
    const said = report.definitions.map(({ text }) => text)
    expect(said.at(-1)).toBe(DEFINITION_TEXTS.noData)
    const both = quarterlyReport(
      { ...sampleData(), figures: { current: WRITTEN, previous: WRITTEN } },
      SEED_DIRECTORIES,
    )
    expect(both.definitions.map(({ text }) => text)).not.toContain(DEFINITION_TEXTS.noData)
  })

  it('is not told in words, and stands on paper with its reason', () => {
    const document = sampleDocument({ ...sampleData(), figures: { current: BROUGHT, previous: WRITTEN } })
    const words = document.narrative.map(({ ru }) => ru).join('\n')
    const [people] = document.sections.filter(({ id }) => id === 'people')
    expect(people?.lines.find(({ key }) => key === 'people.people')).toMatchObject({ current: null, previous: 4 })
    expect(words).not.toContain('с членами делегаций')
    expect(document.definitions.at(-1)?.text.ru).toContain('Excel')
  })
})
