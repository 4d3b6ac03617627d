import type { CalendarDay } from '#shared/calendar/model.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { TermEvent, TermId, TermUnit } from '#shared/regulation/model.ts'

/**
 * An independent model of the terms: a table of days that is walked one by one, and the terms as they were read in the acts.
 * It shares nothing with the program but the names of types.
 */
export interface WalkedDay {
  readonly date: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly works: boolean
  readonly reason: string
  readonly key: string
}

/** A term in words of the act: clause; event; how much; of what; before the event where it is so. */
export type WalkedRule = readonly [
  act: 'regulation' | 'code',
  clause: string,
  event: TermEvent,
  amount: number,
  unit: TermUnit,
  before?: 'before',
]

/** The terms as both acts state them. */
export const WALKED_RULES: Readonly<Record<ProfileId, Readonly<Partial<Record<TermId, WalkedRule>>>>> = {
  'WKO-2020/2023': {
    registration: ['regulation', '25', 'receipt', 0, 'working_days'],
    answer: ['regulation', '29', 'registration', 15, 'calendar_days'],
    extension: ['regulation', '30', 'registration', 2, 'months'],
    extension_notice: ['code', '76(3)', 'extension', 3, 'working_days'],
    forwarding: ['code', '65', 'receipt', 3, 'working_days'],
    request_notice: ['regulation', '19', 'request_sent', 2, 'working_days'],
    body_refusal_report: ['regulation', '20', 'body_refused', 2, 'working_days'],
    official_tells: ['regulation', '15', 'reception', 2, 'working_days', 'before'],
    briefing: ['regulation', '26', 'reception', 5, 'working_days', 'before'],
    report: ['regulation', '38', 'quarter_end', 0, 'working_days', 'before'],
    appeal: ['code', '92', 'notice', 3, 'months'],
  },
  'KZ-2026': {
    registration: ['regulation', '5', 'receipt', 0, 'working_days'],
    answer: ['regulation', '13', 'registration', 15, 'working_days'],
    extension: ['regulation', '14', 'extension', 2, 'months'],
    extension_notice: ['regulation', '14', 'extension', 3, 'working_days'],
    correction: ['regulation', '6', 'told_to_correct', 3, 'working_days'],
    return: ['code', '64(7)', 'correction_over', 3, 'working_days'],
    forwarding: ['regulation', '6', 'receipt', 3, 'working_days'],
    request_notice: ['regulation', '30', 'request_sent', 2, 'working_days'],
    body_refusal_report: ['regulation', '31', 'body_refused', 2, 'working_days'],
    official_tells: ['regulation', '26', 'reception', 2, 'working_days', 'before'],
    briefing: ['regulation', '18', 'reception', 5, 'working_days', 'before'],
    list_handed: ['regulation', '32', 'reception', 2, 'working_days', 'before'],
    protocol_sent: ['regulation', '37', 'signing', 3, 'working_days'],
    schedule_approved: ['regulation', '19', 'quarter_begin', 1, 'working_days', 'before'],
    report: ['regulation', '40', 'quarter_end', 0, 'working_days', 'before'],
    appeal: ['code', '92', 'notice', 3, 'months'],
  },
}

/** Every day of the years, in order. The first of January of `first` falls on `weekday`, 0 for Monday. */
export function daysOf(
  first: number,
  last: number,
  weekday: number,
  marks: ReadonlyMap<string, Pick<CalendarDay, 'mark' | 'key'>>,
): WalkedDay[] {
  const days: WalkedDay[] = []
  for (let year = first; year <= last; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= lengthOf(year, month); day += 1) {
        const date = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
        const atWeekend = (days.length + weekday) % 7 >= 5
        const row = marks.get(date)
        const isOff = row?.mark === 'holiday' || row?.mark === 'day_off_moved'
        const isMovedHere = row?.mark === 'working_moved'
        const works = isMovedHere || (!isOff && !atWeekend)
        const reason = row !== undefined && (row.mark !== 'short' || !atWeekend) ? row.mark : null
        days.push({
          ...{ date, year, month, day, works },
          reason: reason ?? (atWeekend ? 'weekend' : 'workday'),
          key: row?.key ?? '',
        })
      }
    }
  }
  return days
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Where a walk ended, as places in the table of days. */
export interface Walk {
  readonly nominal: number
  readonly by: number
  readonly warnFrom: number
  readonly skipped: readonly number[]
}

/** A term walked from the place of its event in the table. */
export function walk(days: readonly WalkedDay[], event: number, rule: WalkedRule): Walk {
  const [, , , amount, unit, direction] = rule
  const step = direction === 'before' ? -1 : 1
  const skipped: number[] = []
  let at = event
  if (unit === 'working_days' && amount > 0) {
    let left = amount
    while (left > 0) {
      at += step
      if (days[at]!.works) left -= 1
      else skipped.push(at)
    }
    return { nominal: at, by: at, warnFrom: at, skipped }
  }
  if (unit === 'calendar_days') at += step * amount
  if (unit === 'months') at = monthsAway(days, event, amount, step)
  const nominal = at
  while (!days[at]!.works) {
    skipped.push(at)
    at += step
  }
  let warnFrom = at
  if (at !== nominal) for (warnFrom = nominal - 1; !days[warnFrom]!.works; ) warnFrom -= 1
  // Nobody is warned of what is due before it has happened.
  if (step === 1 && warnFrom < event) warnFrom = at
  return { nominal, by: at, warnFrom, skipped }
}

/** Walks to the first day of the month meant, then to the day of the same number or the last there is. */
function monthsAway(days: readonly WalkedDay[], event: number, months: number, step: 1 | -1): number {
  const { day } = days[event]!
  let at = event
  while (days[at]!.day !== 1) at -= 1
  for (let gone = 0; gone < months; ) {
    at += step
    if (days[at]!.day === 1) gone += 1
  }
  while (days[at]!.day < day && days[at + 1]!.day !== 1) at += 1
  return at
}
