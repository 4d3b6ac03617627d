import type { WorkCalendar } from '#shared/calendar/model.ts'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import type { Board } from '#shared/plan/readiness.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** What of the planner waits for a person, the gravest first. The words are `today.plan.<kind>` in locales/. */
export const PLANNER_DUES = ['to_call', 'report', 'briefings', 'list'] as const
export type PlannerDueKind = (typeof PLANNER_DUES)[number]

export interface PlannerDue {
  readonly kind: PlannerDueKind
  readonly number: number
  /** The earliest last day; null: no act sets one. */
  readonly by: PlainDate | null
  readonly isLate: boolean
}

interface One {
  readonly kind: PlannerDueKind
  readonly by: PlainDate
  readonly number: number
}

/** What is late, or due on this or the next working day, over all receptions to come. A refusal is reported from the first. */
export function plannerDue(
  boards: readonly Board[],
  toCall: number,
  today: PlainDate,
  calendar: WorkCalendar,
): PlannerDue[] {
  const until = nextWorkingDay(today, calendar)
  const ones = boards.flatMap(board => ofBoard(board, until))
  const sums = PLANNER_DUES.flatMap((kind): PlannerDue[] => {
    const own = ones.filter(one => one.kind === kind)
    const by = own.map(one => one.by).sort()[0]
    if (by === undefined) return []
    return [{ kind, number: own.reduce((sum, one) => sum + one.number, 0), by, isLate: by < today }]
  })
  return toCall === 0 ? sums : [{ kind: 'to_call', number: toCall, by: null, isLate: true }, ...sums]
}

function ofBoard({ visitors, written, briefing, list, listBy, bodies }: Board, until: PlainDate): One[] {
  const lacking = visitors.length - written
  const isFinal = list?.final === true
  return [
    ...bodies.flatMap(({ report, invited }) =>
      report === null || invited.reported !== null ? [] : [{ kind: 'report' as const, by: report.by, number: 1 }],
    ),
    ...(briefing !== null && briefing.by <= until && lacking > 0
      ? [{ kind: 'briefings' as const, by: briefing.by, number: lacking }]
      : []),
    ...(listBy !== null && listBy.by <= until && visitors.length > 0 && !isFinal
      ? [{ kind: 'list' as const, by: listBy.by, number: 1 }]
      : []),
  ]
}
