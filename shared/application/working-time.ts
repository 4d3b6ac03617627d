import { z } from 'zod'
import type { WorkCalendar } from '../calendar/model.ts'
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from '../calendar/rules.ts'
import type { WorkingHours } from '../office/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import type { Registration } from './registration.ts'

/** A minute at the office. */
export const Moment = z.strictObject({ on: PlainDate, at: PlainTime })
export type Moment = Readonly<z.infer<typeof Moment>>

/** When an office works. */
export interface WorkTime {
  readonly hours: WorkingHours
  readonly calendar: WorkCalendar
}

/** Where a moment lies. The first and the last minute of the hours belong to them. */
export type PartOfDay = 'working' | 'lunch' | 'before' | 'after' | 'day_off'

/** Where a moment lies in the working time of an office (clause 4). */
export function partOfDay({ on, at }: Moment, { hours, calendar }: WorkTime): PartOfDay {
  if (!isWorkingDay(on, calendar)) return 'day_off'
  if (at < hours.from) return 'before'
  if (at > hours.to) return 'after'
  return hours.lunchFrom <= at && at < hours.lunchTo ? 'lunch' : 'working'
}

/**
 * The working day as of which an application is registered that came after the end of a working day or on a day off: the
 * next one; null where it came in time, and before the hours of a working day it is that day's own. Source: АППК/ӘРПК 64(3);
 * Rules of 2026, point 5; ADR 10.
 */
export function findAsOf(came: Moment, work: WorkTime): PlainDate | null {
  const part = partOfDay(came, work)
  return part === 'after' || part === 'day_off' ? nextWorkingDay(came.on, work.calendar) : null
}

/** The last minute of working hours that is not later: what came in time and is entered after it came by then. */
export function lastWorkingMoment(now: Moment, work: WorkTime): Moment {
  const part = partOfDay(now, work)
  if (part === 'working' || part === 'lunch') return now
  const on = part === 'after' ? now.on : previousWorkingDay(now.on, work.calendar)
  return { on, at: work.hours.to }
}

/** The day from which the terms of an application are counted (clauses 4 and 29). */
export function countedFrom({ asOf, catchUp }: Pick<Registration, 'asOf' | 'catchUp'>, on: PlainDate): PlainDate {
  return asOf ?? catchUp?.on ?? on
}
