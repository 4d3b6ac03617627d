import { ProfileId } from '../office/model.ts'
import { clausesOf } from '../regulation/clauses.ts'
import { profileOn } from '../regulation/profile.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { checksOf } from './checks.ts'
import type { ComplianceFacts } from './facts.ts'
import { type ActChecks, CHECK_STATES, type CheckedRecord, type ClauseCheck, type Period } from './model.ts'
import { countNotJudged } from './term-checks.ts'

/**
 * How the clauses of each act were kept in a period: a record belongs to it by the last permitted day, or by the day of the
 * fact where the clause sets no term. Acts nothing was done by, and that nobody works by, are left out.
 */
export function complianceOf(facts: ComplianceFacts, period: Period, today: PlainDate): ActChecks[] {
  const worked = [profileOn(facts.office, period.from), profileOn(facts.office, period.to)]
  return ProfileId.options.flatMap(profile => {
    const asked = { profile, today, period }
    const clauses = clausesOf(profile).map(({ clause, how }): ClauseCheck => {
      const checks = checksOf(profile, clause)
      const records = checks
        .flatMap(check => check(facts, asked))
        .filter(({ day }) => day >= period.from && day <= period.to)
        .sort(inOrder)
      return { clause, standing: checks.length > 0 ? 'watched' : how, records }
    })
    const notJudged = countNotJudged(facts, asked, period.from, period.to)
    const isEmpty = notJudged === 0 && clauses.every(({ records }) => records.length === 0)
    return isEmpty && !worked.includes(profile) ? [] : [{ profile, clauses, notJudged }]
  })
}

/** What went wrong first, the oldest day first. */
function inOrder(a: CheckedRecord, b: CheckedRecord): number {
  const byState = CHECK_STATES.indexOf(a.state) - CHECK_STATES.indexOf(b.state)
  return byState || (keyOf(a) < keyOf(b) ? -1 : 1)
}

function keyOf({ day, entity, duty, officialId }: CheckedRecord): string {
  return `${day} ${entity ?? ''} ${officialId ?? ''} ${duty}`
}
