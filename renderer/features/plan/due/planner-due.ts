import type { WorkCalendar } from '#shared/calendar/model.ts'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { ToCall } from '#shared/plan/placed.ts'
import { type AskedBody, type Board, noticesOwed } from '#shared/plan/readiness.ts'
import { owesReport } from '#shared/reception/owed.ts'
import type { ClauseRef } from '#shared/regulation/model.ts'
import type { ExplainedTerm } from '#shared/regulation/terms.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** What of the planner waits for a person, the gravest first. The words are `today.plan.<kind>` in locales/. */
export const PLANNER_DUES = ['to_call', 'report', 'notice', 'briefings', 'list'] as const
export type PlannerDueKind = (typeof PLANNER_DUES)[number]

export interface PlannerDue {
  readonly kind: PlannerDueKind
  readonly number: number
  /** The earliest last day, and why it is this one; null: no act sets one. */
  readonly term: ExplainedTerm | null
  /** The clauses it rests on; none where the act is silent. */
  readonly clauses: readonly OfAct[]
  readonly isLate: boolean
}

/** A clause of an act. */
interface OfAct {
  readonly clause: ClauseRef
  readonly profile: ProfileId
}

interface One {
  readonly kind: PlannerDueKind
  readonly term: ExplainedTerm
  readonly number: number
}

/**
 * What is late, or due on this or the next working day, over all receptions to come. A refusal is reported, and applicants
 * are told of a request, from the first; a refusal after the reception too.
 */
export function plannerDue(
  boards: readonly Board[],
  toCall: readonly ToCall[],
  today: PlainDate,
  calendar: WorkCalendar,
): PlannerDue[] {
  const until = nextWorkingDay(today, calendar)
  const ones = boards.flatMap(board => ofBoard(board, until))
  const sums = PLANNER_DUES.flatMap((kind): PlannerDue[] => {
    const own = ones.filter(one => one.kind === kind).toSorted((a, b) => (a.term.by < b.term.by ? -1 : 1))
    const [first] = own
    if (first === undefined) return []
    const { term } = first
    const number = own.reduce((sum, one) => sum + one.number, 0)
    return [{ kind, number, term, clauses: [term], isLate: term.by < today }]
  })
  return toCall.length === 0 ? sums : [ofCalls(toCall), ...sums]
}

/** Each is called by the clause by which the place was taken; the clauses by which some were, once each. */
function ofCalls(toCall: readonly ToCall[]): PlannerDue {
  const clauses = new Map<string, OfAct>()
  for (const { clause, person } of toCall) {
    if (clause !== null) clauses.set(`${person.profile} ${clause.clause}`, { clause, profile: person.profile })
  }
  return { kind: 'to_call', number: toCall.length, term: null, clauses: [...clauses.values()], isLate: true }
}

function ofBoard({ visitors, written, briefing, list, listBy, bodies, isOver }: Board, until: PlainDate): One[] {
  const reports = bodies.flatMap(ofReport)
  if (isOver) return reports
  const lacking = visitors.length - written
  const isFinal = list?.final === true
  return [
    ...reports,
    ...bodies.flatMap(ofNotice),
    ...(briefing !== null && briefing.by <= until && lacking > 0
      ? [{ kind: 'briefings' as const, term: briefing, number: lacking }]
      : []),
    ...(listBy !== null && listBy.by <= until && visitors.length > 0 && !isFinal
      ? [{ kind: 'list' as const, term: listBy, number: 1 }]
      : []),
  ]
}

function ofReport({ report, invited }: AskedBody): One[] {
  return report !== null && owesReport(invited) ? [{ kind: 'report', term: report, number: 1 }] : []
}

function ofNotice(body: AskedBody): One[] {
  const number = noticesOwed([body])
  return body.notice === null || number === 0 ? [] : [{ kind: 'notice', term: body.notice, number }]
}
