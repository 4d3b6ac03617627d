import type { WorkCalendar } from '../calendar/model.ts'
import { addWorkingDays, isWorkingDay } from '../calendar/rules.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'

/** Who is turned to as an instruction falls due and stays undone, and from which working day past it (before it: negative). */
export const LADDER = [
  { step: 'executor', from: -3 },
  { step: 'unit_head', from: 1 },
  { step: 'department', from: 3 },
  { step: 'akim', from: 10 },
] as const
export type LadderStep = (typeof LADDER)[number]['step']

/** How late an instruction is and what is done about it. */
export interface Lateness {
  /** Working days past the due day; negative: that many are left, the due day included. 0: it fell due on a day off that is not over. */
  readonly days: number
  /** Whom to turn to now; null: it is not near yet. */
  readonly step: LadderStep | null
  /** Whom to turn to next, and when; null: nobody is higher. */
  readonly next: { readonly step: LadderStep; readonly on: PlainDate } | null
}

/** How late an instruction is on a day, and whom to turn to: the executor, the head of the unit, the Department, the akim. */
export function latenessOf(dueOn: PlainDate, today: PlainDate, calendar: WorkCalendar): Lateness {
  const days = today > dueOn ? workingDays(dueOn, today, calendar) : -workingDays(addDays(today, -1), dueOn, calendar)
  const at = LADDER.findLastIndex(({ from }) => days >= from)
  const next = LADDER[at + 1]
  return {
    days,
    step: LADDER[at]?.step ?? null,
    next: next === undefined ? null : { step: next.step, on: dayOfStep(dueOn, next.from, calendar) },
  }
}

/** The days on which somebody new is turned to, each with its step: what is reminded of falls due then. */
export function daysOfLadder(
  dueOn: PlainDate,
  calendar: WorkCalendar,
): readonly { readonly step: LadderStep; readonly on: PlainDate }[] {
  return LADDER.map(({ step, from }) => ({ step, on: dayOfStep(dueOn, from, calendar) }))
}

/** -3 is the third working day to the due day, the due day being the first; 1 is the first working day past it. */
function dayOfStep(dueOn: PlainDate, from: number, calendar: WorkCalendar): PlainDate {
  if (from > 0) return addWorkingDays(dueOn, from, calendar).date
  return addWorkingDays(dueOn, isWorkingDay(dueOn, calendar) ? from + 1 : from, calendar).date
}

/** Working days after a day up to another, it included. */
export function workingDays(after: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0
  for (let day = addDays(after, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}
