import type { WorkCalendar } from '../calendar/model.ts'
import { dayKind, statusOfYear } from '../calendar/rules.ts'
import type { Official } from '../official/model.ts'
import type { PlainMonth } from '../time/plain-date.ts'
import type { MonthSchedule, Reception } from './model.ts'
import { monthlyDuty } from './monthly-duty.ts'

/** What can be found about a schedule; the sentence is `schedule.finding.<kind>` in locales/. */
export type ScheduleFindingKind =
  | 'unknown_official'
  | 'hours_order'
  | 'outside_month'
  | 'same_day'
  | 'non_working_day'
  | 'room_overlap'
  | 'no_free_day'
  | 'without_rule'
  | 'without_hours'
  | 'no_monthly_reception'
  | 'year_provisional'
  | 'year_missing'

/**
 * One finding about a schedule. `error` stands in the way of approval, `warning` is for the akim to know. Names are never
 * in it: the screen finds the official by `officialId`. `clause` is that of the regulation, or empty.
 */
export interface ScheduleFinding {
  readonly clause: string
  readonly kind: ScheduleFindingKind
  readonly severity: 'error' | 'warning'
  readonly officialId: string
  readonly receptionIds: readonly string[]
  readonly params: Readonly<Record<string, string | number>>
}

const CLAUSES: Partial<Record<ScheduleFindingKind, string>> = {
  no_monthly_reception: '6',
  no_free_day: '6',
  non_working_day: '4',
  unknown_official: '7',
}
const ERRORS: ReadonlySet<ScheduleFindingKind> = new Set([
  'unknown_official',
  'hours_order',
  'outside_month',
  'same_day',
])

/** A finding with the clause and severity of its kind. */
export function finding(
  kind: ScheduleFindingKind,
  officialId: string,
  receptionIds: readonly string[] = [],
  params: ScheduleFinding['params'] = {},
): ScheduleFinding {
  const severity = ERRORS.has(kind) ? 'error' : 'warning'
  return { clause: CLAUSES[kind] ?? '', kind, severity, officialId, receptionIds, params }
}

/** Everything found about a month's schedule: its receptions, the officials it leaves out, and its calendar. */
export function findingsOf(
  schedule: MonthSchedule,
  officials: readonly Official[],
  calendar: WorkCalendar,
): ScheduleFinding[] {
  const known = new Set(officials.map(official => official.id))
  const pairs = new Set<string>()
  const ofReceptions = schedule.receptions.flatMap(reception => [
    ...(known.has(reception.officialId) ? [] : [finding('unknown_official', reception.officialId, [reception.id])]),
    ...findingsOfReception(reception, schedule, calendar).filter(found => {
      // A clash is seen from both receptions; it is told once.
      const pair = `${found.kind} ${[...found.receptionIds].sort().join(' ')}`
      return !pairs.has(pair) && pairs.add(pair)
    }),
  ])
  return [...findingsOfYear(schedule.month, calendar), ...ofReceptions, ...findingsOfOfficials(schedule, officials)]
}

/** What is found about one reception among the others of its schedule. */
export function findingsOfReception(
  reception: Reception,
  schedule: MonthSchedule,
  calendar: WorkCalendar,
): ScheduleFinding[] {
  const { id, officialId, date, from, to, room } = reception
  const found: ScheduleFinding[] = []
  const kind = dayKind(date, calendar)
  if (from >= to) found.push(finding('hours_order', officialId, [id], { from, to }))
  if (!date.startsWith(schedule.month)) found.push(finding('outside_month', officialId, [id], { date }))
  if (!kind.working) {
    found.push(finding('non_working_day', officialId, [id], { date, reason: kind.reason, day: kind.key }))
  }
  for (const other of schedule.receptions) {
    if (other.id === id || other.date !== date) continue
    if (other.officialId === officialId) found.push(finding('same_day', officialId, [id, other.id], { date }))
    else if (other.room === room && room !== '' && other.from < to && from < other.to) {
      found.push(finding('room_overlap', officialId, [id, other.id], { date, room }))
    }
  }
  return found
}

function findingsOfYear(month: PlainMonth, calendar: WorkCalendar): ScheduleFinding[] {
  const year = Number(month.slice(0, 4))
  const status = statusOfYear(year, calendar)
  return status === 'approved' ? [] : [finding(`year_${status}`, '', [], { year })]
}

function findingsOfOfficials(schedule: MonthSchedule, officials: readonly Official[]): ScheduleFinding[] {
  const receiving = new Set(schedule.receptions.map(reception => reception.officialId))
  const idle = officials.filter(official => !receiving.has(official.id))
  const short = monthlyDuty(schedule, officials).filter(line => line.short)
  return [
    ...idle.filter(official => official.rule === null).map(official => finding('without_rule', official.id)),
    ...idle
      .filter(official => official.rule !== null && (official.from === null || official.to === null))
      .map(official => finding('without_hours', official.id)),
    ...short.map(line => finding('no_monthly_reception', line.officialId, [], { month: schedule.month })),
  ]
}
