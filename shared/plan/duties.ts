import type { EntityId } from '../change/action.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { monthlyDutyOn } from '../schedule/monthly-duty.ts'
import { addMonths, type PlainDate, PlainMonth } from '../time/plain-date.ts'
import { planClause } from './clauses.ts'
import { type LookedOver, lookOver } from './looked-over.ts'
import type { Plan, PlannedPerson } from './model.ts'
import { briefedBy, termBefore } from './notes.ts'
import { type Booked, inOrderOf, placedIn } from './placed.ts'
import { whyNotHeld } from './stands.ts'

/** Duties a plan can break. The words are `plan.duty.<duty>` in locales/. */
export const PLAN_DUTIES = ['answer', 'call', 'briefing', 'list', 'monthly'] as const
export type PlanDuty = (typeof PLAN_DUTIES)[number]

/**
 * A duty that is broken as the plan stands. `by`: the last day of it, or null. Of the month `month` is told, of a person the
 * application, of a list the reception.
 */
export interface BrokenDuty {
  readonly duty: PlanDuty
  readonly clause: ClauseRef | null
  readonly by: PlainDate | null
  readonly application: EntityId | null
  readonly reception: string | null
  readonly officialId: string | null
  readonly month: PlainMonth | null
}

/**
 * Every duty a plan breaks: an answer without a time that can be told in the term (clause 29; what has to lie in the term is
 * the telling), a time that is lost and has to be told anew (clause 15), a briefing later than the fifth working day before
 * (clause 26), a final list changed after it was due (KZ-2026 rule 32; of `moved` only), the reception of a month (clause 6).
 */
export function brokenDuties(plan: Plan, moved: ReadonlySet<EntityId> = new Set()): BrokenDuty[] {
  const looked = lookOver(plan)
  const placed = placedIn(looked)
  const standing = [...placed.elsewhere, ...[...placed.at.values()].flat()]
  const isPlaced = new Set(standing.map(({ application }) => application))
  return [
    ...inOrderOf(plan.people)
      .filter(one => one.appointed !== null && !one.told)
      .filter(one => one.answerBy < plan.today || !isPlaced.has(one.application))
      .map(one => ofPerson('answer', one, planClause('answer', one.profile), one.answerBy)),
    ...placed.toCall
      .filter(({ person }) => person.told)
      .map(({ person, clause }) => ofPerson('call', person, clause, null)),
    ...standing.flatMap(person => ofBooked(person, looked, moved)),
    ...monthsShort(looked),
  ]
}

/** Duties of `after` that are not broken in `before`. */
export function newlyBroken(before: readonly BrokenDuty[], after: readonly BrokenDuty[]): BrokenDuty[] {
  const known = new Set(before.map(dutyKey))
  return after.filter(one => !known.has(dutyKey(one)))
}

function dutyKey({ duty, application, reception, officialId, month }: BrokenDuty): string {
  return [duty, application, application === null ? reception : '', officialId, month].join(' ')
}

function ofPerson(
  duty: PlanDuty,
  { application, booking }: PlannedPerson,
  clause: ClauseRef | null,
  by: PlainDate | null,
): BrokenDuty {
  return { duty, clause, by, application, reception: booking?.reception ?? null, officialId: null, month: null }
}

function ofBooked(person: Booked, looked: LookedOver, moved: ReadonlySet<EntityId>): BrokenDuty[] {
  const { booking, application } = person
  const { today } = looked.plan
  const found: BrokenDuty[] = []
  const briefing = termBefore('briefing', person, booking.date, looked)
  if (briefing !== null && briefing.by < briefedBy(person, today)) {
    found.push(ofPerson('briefing', person, briefing.clause, briefing.by))
  }
  const list = moved.has(application) ? termBefore('list_handed', person, booking.date, looked) : null
  if (list !== null && list.by < today) found.push(ofPerson('list', person, list.clause, list.by))
  return found
}

/** Who is left without a reception that counts, this month and next. */
function monthsShort(looked: LookedOver): BrokenDuty[] {
  const { plan } = looked
  return [plan.today, addMonths(plan.today, 1)].flatMap(day => {
    const month = PlainMonth.parse(day.slice(0, 7))
    const receptions = plan.receptions.filter(
      one => one.date.startsWith(month) && (one.date < plan.today || whyNotHeld(one, looked) === null),
    )
    return monthlyDutyOn({ month, receptions }, plan.officials, plan.profile, plan.today)
      .filter(({ short }) => short)
      .map(({ officialId }) => ({
        duty: 'monthly' as const,
        clause: planClause('monthly', plan.profile),
        by: null,
        application: null,
        reception: null,
        officialId,
        month,
      }))
  })
}
