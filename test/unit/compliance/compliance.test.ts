import { describe, expect, it } from 'vitest'
import { complianceOf } from '#shared/compliance/compliance.ts'
import { countStates } from '#shared/compliance/model.ts'
import { ProfileId } from '#shared/office/model.ts'
import { clausesOf } from '#shared/regulation/clauses.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { applicationOf, factsOf } from '#test/fixtures/compliance.ts'

const WKO = 'WKO-2020/2023'
const day = (text: string) => PlainDate.parse(text)
const period = (from: string, to: string) => ({ from: day(from), to: day(to) })
const TODAY = day('2026-11-23')

describe('the clauses of a period', () => {
  it('what nothing watches is never told as kept, and what is watched and empty is told so', () => {
    for (const profile of ProfileId.options) {
      const [act] = complianceOf(
        factsOf(profile, { since: day('2026-11-01') }),
        period('2026-10-01', '2026-12-31'),
        TODAY,
      )
      expect(act?.clauses.map(({ clause }) => clause)).toEqual(clausesOf(profile).map(({ clause }) => clause))
      for (const { standing, records } of act?.clauses ?? []) {
        expect(records).toEqual([])
        expect(['watched', 'rule', 'record', 'later', 'outside', 'excluded']).toContain(standing)
      }
      const standings = new Map(act?.clauses.map(({ clause, standing }) => [clause, standing]))
      for (const { clause, how } of clausesOf(profile)) {
        if (how === 'outside' || how === 'excluded') expect(standings.get(clause)).toBe(how)
      }
    }
  })

  it('a record belongs to the period in which its last day falls, wherever it was registered', () => {
    // The term of what came on 25 September ends on Monday 12 October: its fifteenth day is a Saturday.
    const facts = factsOf(WKO, { applications: [applicationOf(WKO, '2026-09-25')] })
    const answers = (from: string, to: string) =>
      complianceOf(facts, period(from, to), TODAY)[0]?.clauses.find(({ clause }) => clause === '29')?.records.length
    expect(answers('2026-07-01', '2026-09-30')).toBe(0)
    expect(answers('2026-10-01', '2026-10-11')).toBe(0)
    expect(answers('2026-10-12', '2026-10-12')).toBe(1)
    expect(answers('2026-10-13', '2026-12-31')).toBe(0)
  })

  it('an application from Excel that says too little is counted apart, and never as kept', () => {
    const imported = [{ id: 'application:a' as never, registered: day('2026-11-02'), received: null }]
    const [act] = complianceOf(factsOf(WKO, { imported }), period('2026-11-01', '2026-11-30'), TODAY)
    expect(act?.notJudged).toBe(1)
    expect(act?.clauses.flatMap(({ records }) => records)).toEqual([])
  })

  it('both acts are told where there are records of both, and only the one that is worked by where there are none', () => {
    const applications = [applicationOf('KZ-2026', '2026-10-02')]
    const acts = (given: object) =>
      complianceOf(factsOf(WKO, given), period('2026-10-01', '2026-12-31'), TODAY).map(({ profile }) => profile)
    expect(acts({ applications })).toEqual([WKO, 'KZ-2026'])
    expect(acts({})).toEqual([WKO])
  })

  it('nothing of a person is in the records, and terms of the same day are one object', () => {
    const applications = ['a', 'b'].map(key => applicationOf(WKO, '2026-11-02', [], { key }))
    const acts = complianceOf(factsOf(WKO, { applications }), period('2026-10-01', '2026-12-31'), TODAY)
    expect(JSON.stringify(acts)).not.toMatch(/[Мм]ұхамбет|750817453054|77015970819|Жер телімін/)
    const records = acts[0]?.clauses.find(({ clause }) => clause === '29')?.records ?? []
    expect(records).toHaveLength(2)
    expect(records[0]?.term).toBe(records[1]?.term)
    expect(countStates(records)).toEqual({ broken: 2, due: 0, kept: 0 })
  })
})
