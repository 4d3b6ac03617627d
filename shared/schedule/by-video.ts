import type { WorkCalendar } from '../calendar/model.ts'
import { dayKind } from '../calendar/rules.ts'
import type { Official } from '../official/model.ts'
import { postStanding } from '../official/post.ts'
import { switchedToVideo } from '../plan/spare.ts'
import { isRestricted } from '../restriction/model.ts'
import type { PlainDate, PlainMonth } from '../time/plain-date.ts'
import { lookOverSchedule, type ScheduleFacts } from './facts.ts'
import type { MonthSchedule, Reception } from './model.ts'
import { ruleDays } from './reception-days.ts'

/** Whether a reception is in person on a day to come on which reception is by video alone (clause 13; KZ-2026 rule 25). */
export function isAgainstRestriction(
  { mode, date }: Pick<Reception, 'mode' | 'date'>,
  { restrictions = [], today }: Pick<ScheduleFacts, 'restrictions' | 'today'>,
): boolean {
  return mode === 'in_person' && (today === undefined || date >= today) && isRestricted(date, restrictions)
}

/**
 * A month whose receptions on restricted days are by video: by a link of their official, else by the first that is free;
 * where none is, the link is to be chosen still. The receptions keep their ids and hours.
 */
export function allByVideo(schedule: MonthSchedule, calendar: WorkCalendar, facts: ScheduleFacts): MonthSchedule {
  const against = schedule.receptions.filter(one => isAgainstRestriction(one, facts))
  if (against.length === 0) return schedule
  const switched = switchedToVideo(against, lookOverSchedule(schedule, calendar, facts), facts.links)
  const anew = new Map(switched.map(one => [one.id, { ...one, room: '' }]))
  return { ...schedule, receptions: schedule.receptions.map(one => anew.get(one.id) ?? one) }
}

/** Receptions that are offered, and the days that are left out because reception is by video alone and no link is free. */
export interface OfferedReceptions {
  readonly receptions: readonly Reception[]
  readonly leftOut: readonly Reception[]
}

/** New receptions beside those of a month as the restrictions allow them: by video on restricted days, or not at all. */
export function asRestricted(
  offered: readonly Reception[],
  { month, receptions: standing }: MonthSchedule,
  calendar: WorkCalendar,
  facts: ScheduleFacts,
): OfferedReceptions {
  const against = new Set(offered.filter(one => isAgainstRestriction(one, facts)).map(one => one.id))
  // What stands is not changed by what is offered beside it: it only holds its link.
  const whole = { month, receptions: [...offered] }
  const switched = allByVideo(whole, calendar, { ...facts, others: [...standing, ...(facts.others ?? [])] }).receptions
  const hasNoLink = (one: Reception) => against.has(one.id) && one.link === ''
  return { receptions: switched.filter(one => !hasNoLink(one)), leftOut: switched.filter(hasNoLink) }
}

/** Days of an official's rule that the month leaves empty because reception is by video alone on them, the first first. */
export function restrictedDaysLeftOut(
  official: Official,
  { month, receptions }: { readonly month: PlainMonth; readonly receptions: readonly Reception[] },
  calendar: WorkCalendar,
  facts: ScheduleFacts,
): PlainDate[] {
  if (official.rule === null || official.from === null || official.to === null) return []
  const taken = new Set(
    receptions.filter(one => one.officialId === official.id).flatMap(one => [one.date, one.moved?.from ?? one.date]),
  )
  return ruleDays(official.rule, month, calendar).filter(
    date =>
      !taken.has(date) &&
      dayKind(date, calendar).working &&
      postStanding(official, date) === 'in_office' &&
      isAgainstRestriction({ mode: 'in_person', date }, facts),
  )
}
