import type { Official } from '#shared/official/model.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { placedOf } from '#shared/plan/placed.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { AnswerOf, PlannedRow } from '../../../db/query-types.ts'
import type { PlanKnown } from '../use-plan.ts'

/** Those who are appointed to one official and have no time yet, in the order of application (clause 28). */
export interface AppointedTo {
  readonly officialId: string
  readonly rows: readonly PlannedRow[]
}

/** A person's row; none where the plan knows somebody the store does not show any more. */
export function rowsOf(people: readonly PlannedPerson[], rows: PlanKnown['rows']): PlannedRow[] {
  return people.flatMap(({ application }) => rows.get(application) ?? [])
}

/** The appointed by official, in the order of officials; those of an official who left the list come last. */
export function appointedTo(waiting: readonly PlannedRow[], officials: readonly Official[]): AppointedTo[] {
  const place = new Map(officials.map(({ id }, index) => [id, index]))
  const lists = new Map<string, PlannedRow[]>()
  for (const row of waiting) {
    const id = row.person.appointed?.officialId ?? ''
    lists.set(id, [...(lists.get(id) ?? []), row])
  }
  const placeOf = (id: string) => place.get(id) ?? officials.length
  return [...lists]
    .map(([officialId, rows]) => ({ officialId, rows }))
    .sort((a, b) => placeOf(a.officialId) - placeOf(b.officialId))
}

/** Open, with no time, and nobody is said to receive them: in the order of application. */
export function notAppointed({ plan, rows }: Pick<PlanKnown, 'plan' | 'rows'>): PlannedRow[] {
  return rowsOf(
    plan.people.filter(({ appointed, booking }) => appointed === null && booking === null),
    rows,
  )
}

/** The first who applied earlier, is appointed to the same official and has no time: whoever is given one before is out of order. */
export function firstBefore(
  { application, order }: Pick<PlannedPerson, 'application' | 'order'>,
  officialId: string,
  people: readonly PlannedPerson[],
): PlannedPerson | null {
  const before = people.filter(
    one =>
      one.application !== application &&
      one.order < order &&
      one.booking === null &&
      one.appointed?.officialId === officialId,
  )
  return before.reduce<PlannedPerson | null>(
    (first, one) => (first === null || one.order < first.order ? one : first),
    null,
  )
}

/** A reception of the days to come with who is to come to it. */
export interface ReceptionLoad {
  readonly reception: PlanKnown['plan']['receptions'][number]
  readonly booked: readonly PlannedPerson[]
}

/** Receptions from a day to a day, both included, by day and hour, with those whose place there stands. */
export function loadsOf(plan: PlanKnown['plan'], from: PlainDate, to: PlainDate): ReceptionLoad[] {
  const { at } = placedOf(plan)
  const key = ({ date, from: begin, id }: ReceptionLoad['reception']) => `${date} ${begin} ${id}`
  return plan.receptions
    .filter(({ date }) => from <= date && date <= to)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(reception => ({ reception, booked: at.get(reception.id) ?? [] }))
}

/** What the store knows of preparations in which something is owed. */
export type Owing = AnswerOf<'receptions.owing'>

/**
 * Receptions, and before them those of which something is owed and that are not among them: of days that have passed or lie
 * further ahead, and of those no schedule names any more, with nobody to come.
 */
export function withOwed(loads: readonly ReceptionLoad[], owing: Owing, plan: PlanKnown['plan']): ReceptionLoad[] {
  const known = new Set(loads.map(({ reception }) => reception.id))
  const owed = owing.flatMap(({ reception }) => (reception === null || known.has(reception.id) ? [] : [reception]))
  const { at } = placedOf(plan)
  const others = owed.map(reception => ({ reception, booked: at.get(reception.id) ?? [] }))
  return [...others.sort((a, b) => (a.reception.date < b.reception.date ? -1 : 1)), ...loads]
}
