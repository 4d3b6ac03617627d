import type { WorkCalendar } from '../calendar/model.ts'
import type { ProfileId } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import { inOffice } from '../official/post.ts'
import { profileOf } from '../regulation/profile.ts'
import { findTerm } from '../regulation/terms.ts'
import { type PlainDate, PlainMonth, Quarter, rangeOfQuarter } from '../time/plain-date.ts'

/**
 * Who approves schedules by a profile: the akim (clause 6), the head of the apparatus (KZ-2026 rule 19), who is in the post on
 * the day. Null: nobody of the directory.
 */
export function findApprover(profile: ProfileId, officials: readonly Official[], on: PlainDate): Official | null {
  const { approver } = profileOf(profile).schedule
  return inOffice(officials, on).find(({ category }) => category === approver) ?? null
}

/** Whether the profile has a quarter approved as a whole (KZ-2026 rule 19). */
export function isApprovedByQuarter(profile: ProfileId): boolean {
  return profileOf(profile).schedule.period === 'quarter'
}

/** The last day to approve a quarter, which is before it begins; null where the profile sets none. */
export function quarterApprovedBy(quarter: Quarter, profile: ProfileId, calendar: WorkCalendar): PlainDate | null {
  return findTerm('schedule_approved', profile, rangeOfQuarter(quarter).from, calendar)?.by ?? null
}

/** The quarter of a month. */
export function quarterOfMonth(month: PlainMonth): Quarter {
  return Quarter.parse(`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`)
}

/** The three months of a quarter. */
export function monthsOfQuarter(quarter: Quarter): readonly [PlainMonth, PlainMonth, PlainMonth] {
  const last = Number(quarter.slice(6)) * 3
  const month = (index: number) => PlainMonth.parse(`${quarter.slice(0, 4)}-${String(index).padStart(2, '0')}`)
  return [month(last - 2), month(last - 1), month(last)]
}
