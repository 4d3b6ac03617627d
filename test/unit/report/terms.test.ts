import { describe, expect, it } from 'vitest'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { ProfileId } from '#shared/office/model.ts'
import { clausesOf } from '#shared/regulation/clauses.ts'
import { getSection, quarterlyReport } from '#shared/report/quarterly.ts'
import { ReportDocument } from '#shared/report/report-paper.ts'
import { type ClauseTerms, sumTerms, termsOf } from '#shared/report/terms.ts'
import { sampleData, sampleDocument } from '#test/fixtures/report.ts'

const WKO = 'WKO-2020/2023'
const of = (clause: string, kept: number, broken: number, due: number, profile: ProfileId = WKO): ClauseTerms => ({
  ...{ profile, clause, kept, broken, due },
})

describe('how terms were kept, in the report', () => {
  it('sums months without losing a clause, and tells no clause without a record', () => {
    expect(sumTerms([[of('29', 1, 2, 3)], [], [of('29', 10, 0, 0), of('3', 1, 0, 0)]])).toEqual([
      of('29', 11, 2, 3),
      of('3', 1, 0, 0),
    ])
    expect(
      termsOf([{ profile: WKO, notJudged: 0, clauses: [{ clause: '29', standing: 'watched', records: [] }] }]),
    ).toEqual([])
  })

  it('all first, then each clause in the order of the act, its parts adding up; each opens its own duties', () => {
    const terms = { current: [of('29', 8, 2, 0), of('3', 5, 0, 1)], previous: [of('29', 4, 4, 0)] }
    const report = quarterlyReport({ ...sampleData(), terms }, SEED_DIRECTORIES)
    const { lines } = getSection(report, 'terms')
    expect(lines.map(({ key, level, current, previous }) => [key, level, current, previous])).toEqual([
      ['terms.kept', 'total', 13, 4],
      ['terms.due', 'total', 1, 0],
      ['terms.broken', 'total', 2, 4],
      [`terms.${WKO}.3`, 'line', 6, 0],
      [`terms.${WKO}.3.kept`, 'part', 5, 0],
      [`terms.${WKO}.3.due`, 'part', 1, 0],
      [`terms.${WKO}.29`, 'line', 10, 8],
      [`terms.${WKO}.29.kept`, 'part', 8, 4],
      [`terms.${WKO}.29.broken`, 'part', 2, 4],
    ])
    const { quarter } = report
    expect(lines[8]).toMatchObject({
      difference: -2,
      share: 20,
      drill: { act: WKO, clause: '29', state: 'broken', quarter },
    })
    expect(lines[0]?.drill).toEqual({ act: null, clause: null, state: 'kept', quarter })
    expect(quarterlyReport(sampleData(), SEED_DIRECTORIES).sections.some(({ id }) => id === 'terms')).toBe(false)
  })

  it('fits into a version with every clause of both acts, and words tell the sums alone', () => {
    const current = ProfileId.options.flatMap(act => clausesOf(act).map(({ clause }) => of(clause, 1, 1, 1, act)))
    const document = sampleDocument({ ...sampleData(), terms: { current, previous: null } })
    expect(ReportDocument.parse(document).sections.find(({ id }) => id === 'terms')?.lines).toHaveLength(
      3 + 4 * current.length,
    )
    const told = document.narrative.filter(({ ru }) => ru.startsWith('Соблюдение требований и сроков'))
    expect(told).toHaveLength(1)
    expect(told[0]?.ru.length).toBeLessThan(200)
  })
})
