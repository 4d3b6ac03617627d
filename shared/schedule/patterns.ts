import type { WorkCalendar } from '../calendar/model.ts'
import type { Official, ReceptionRule } from '../official/model.ts'
import type { PlainMonth, PlainTime } from '../time/plain-date.ts'
import { asRestricted } from './by-video.ts'
import type { ScheduleFacts } from './facts.ts'
import type { MonthSchedule, Reception } from './model.ts'
import { inScheduleOrder } from './move.ts'
import { proposeSchedule, type SkippedDay } from './propose.ts'

/** A recurring reception: days of a rule with hours, a room and a slot; of those that repeat only. */
export interface ReceptionPattern {
  readonly officialId: string
  readonly rule: ReceptionRule
  readonly from: PlainTime
  readonly to: PlainTime
  readonly room: string
  readonly slot: number
  readonly buffer: number
  readonly kind: 'scheduled' | 'same_day'
  readonly mode: Reception['mode']
  readonly link: string
}

/** What a pattern would make of a month, to be looked at first: nothing of the month is changed yet. */
export interface PatternPreview {
  readonly month: PlainMonth
  readonly receptions: readonly Reception[]
  /** Days of the rule without a reception: they do not work. */
  readonly skipped: readonly SkippedDay[]
  /** Receptions left out: their day allows video alone, and no link is free at their hours. */
  readonly leftOut: readonly Reception[]
}

/** The rule by which officials of the directory receive, as patterns; those without a rule or hours have none. */
export function patternsOf(officials: readonly Official[]): ReceptionPattern[] {
  return officials.flatMap(({ id, rule, from, to, room, slot, buffer }) =>
    rule === null || from === null || to === null
      ? []
      : [{ officialId: id, rule, from, to, room, slot, buffer, kind: 'scheduled', mode: 'in_person', link: '' }],
  )
}

/**
 * The receptions a pattern adds to a month. A day on which the official receives already keeps what stands there; a rule of
 * one day is moved off a non-working day, and one of a restricted day is by video or left out, as a proposal has it.
 */
export function previewPattern(
  pattern: ReceptionPattern,
  schedule: MonthSchedule,
  officials: readonly Official[],
  calendar: WorkCalendar,
  newId: () => string,
  facts: ScheduleFacts = {},
): PatternPreview {
  const { officialId, kind, mode, link: _link, ...way } = pattern
  const official = officials.find(one => one.id === officialId)
  if (official === undefined) return { month: schedule.month, receptions: [], skipped: [], leftOut: [] }
  const { month, receptions: standing } = schedule
  const proposed = proposeSchedule({ month, officials: [{ ...official, ...way }], calendar, newId, standing })
  const known = new Set(standing.map(one => one.id))
  const made = proposed.schedule.receptions
    .filter(one => !known.has(one.id))
    .map(one => ({ ...one, kind, mode, ...placeOf(pattern) }))
  return { month, skipped: proposed.skipped, ...asRestricted(made, schedule, calendar, facts) }
}

/** By video there is a link and no room, in person a room and no link. */
function placeOf({ mode, room, link }: ReceptionPattern): Pick<Reception, 'room' | 'link'> {
  return mode === 'video' ? { room: '', link } : { room, link: '' }
}

/** A month with the receptions of a preview. */
export function withPattern(schedule: MonthSchedule, { receptions }: PatternPreview): MonthSchedule {
  return { ...schedule, receptions: inScheduleOrder([...schedule.receptions, ...receptions]) }
}
