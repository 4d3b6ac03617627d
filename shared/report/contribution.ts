import { daysInMonth, type PlainDate, partsOf, toDayNumber, toEpochDay } from '../time/plain-date.ts'

/** What is counted by the day it happened on. */
export const MEASURES = [
  'registered',
  'reached_reception',
  'reached_letter',
  'people',
  'handed_in',
  'same_day_consent',
  'talon_same_day',
  'eotinish_same_day',
  'appointed',
  'booked',
  'moved',
  'repeat',
  'left',
  'returned',
  'forwarded',
  'refused',
  'extended',
  'withdrawn',
  'received',
  'people_received',
  'time_given',
  'days_to_answer',
  'days_to_reception',
  'days_to_final',
  'came',
  'came_out_of_turn',
  'not_come',
  'left_unreceived',
  'helped',
  'left_uncalled',
  'first_wait',
  'stay',
  'stay_length',
  'minutes_waited',
  'minutes_served',
  'planned',
  'held',
  'instruction_given',
  'instruction_extended',
  'instruction_reassigned',
  'instruction_executed',
  'instruction_answered',
  'instruction_returned',
  'instruction_closed',
  'instruction_replaced',
  'instruction_controlled',
  'protocol_signed',
  'letter_signed',
  'letter_sent',
  'body_invited',
  'body_refused',
  'body_attended',
  'covered',
  'contact',
  'consultation',
  'declined_booking',
  'demand_made',
  'demand_given',
  'exchange',
  'survey_call',
  'survey_answer',
] as const
export type Measure = (typeof MEASURES)[number]

/**
 * Along what a measure is split; `days` and `minutes` hold how often each number was measured. `place`: topic and district
 * together (`placeCode`); `hour`: weekday (1: Monday) and hour of the day, `1 9`.
 */
export const PARTS = [
  'channel',
  'topic',
  'district',
  'place',
  'language',
  'official',
  'applicant',
  'represented',
  'delegation',
  'category',
  'week',
  'mode',
  'kind',
  'ground',
  'result',
  'answer',
  'term',
  'executor',
  'body',
  'days',
  'minutes',
  'hour',
  'month',
  'direction',
  'outcome',
] as const
export type Part = (typeof PARTS)[number]

/** One addend: to the measure as a whole (no part), or to it under a code of a part. An empty code: not stated. */
export interface Contribution {
  /** `yyyymmdd`, or `STOCK_DAY`. */
  readonly day: number
  readonly measure: Measure
  readonly part: Part | null
  readonly code: string | null
  readonly amount: number
}

/** Stands for no day: there are the sums by month of what goes on from quarter to quarter. */
export const STOCK_DAY = 0

/** Something that happened on a day, and its codes: counted once as a whole and once under each. Nothing without a day. */
export function happened(
  measure: Measure,
  on: PlainDate | null,
  codes: Partial<Record<Part, string | null>> = {},
  amount = 1,
): Contribution[] {
  if (on === null) return []
  const day = toDayNumber(on)
  const parts = Object.entries(codes) as [Part, string | null][]
  return [
    { day, measure, part: null, code: null, amount },
    ...parts.map(([part, code]) => ({ day, measure, part, code: code ?? '', amount })),
  ]
}

/** The code of a topic in a district; what was not said is empty. */
export function placeCode(topic: string | null, district: string | null): string {
  return `${topic ?? ''} ${district ?? ''}`
}

/** Days from one date to another, counted where it ended; nothing where a date is missing or they stand the wrong way round. */
export function lasted(measure: Measure, from: PlainDate | null, to: PlainDate | null): Contribution[] {
  if (from === null || to === null || to < from) return []
  return happened(measure, to, { days: String(toEpochDay(to) - toEpochDay(from)) })
}

/** Whole minutes between two instants (UTC, ISO), counted on a day; nothing where they stand the wrong way round. */
export function lastedMinutes(measure: Measure, on: PlainDate, from: string, to: string): Contribution[] {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  return minutes < 0 ? [] : happened(measure, on, { minutes: String(minutes) })
}

/** One more or one less that stands from this day on: kept by month. */
export function stood(measure: Measure, since: PlainDate, amount: 1 | -1): Contribution {
  return { day: STOCK_DAY, measure, part: 'month', code: since.slice(0, 7), amount }
}

/** The week of a quarter a day falls into: `01` for its first seven days, to `14`. */
export function weekOfQuarter(on: PlainDate): string {
  // By the lengths of its months, without making a date: every fold asks this of each application it touches.
  const { year, month, day } = partsOf(on)
  const first = month - ((month - 1) % 3)
  let before = 0
  for (let past = first; past < month; past += 1) before += daysInMonth(year, past)
  return String(Math.floor((before + day - 1) / 7) + 1).padStart(2, '0')
}

/** The key of a figure: `measure`, or `measure|part|code`. */
export function figureKey({ measure, part, code }: Pick<Contribution, 'measure' | 'part' | 'code'>): string {
  return part === null ? measure : `${measure}|${part}|${code ?? ''}`
}

/** Measure and code of a key. */
export function partsOfKey(key: string): { measure: string; part: string | null; code: string | null } {
  const [measure = '', part = null, ...code] = key.split('|')
  return { measure, part, code: part === null ? null : code.join('|') }
}
