import { entityId } from '../change/action.ts'
import { profileOn } from '../regulation/profile.ts'
import { findTerm } from '../regulation/terms.ts'
import type { MonthSchedule } from '../schedule/model.ts'
import { countsForDuty, monthlyDuty } from '../schedule/monthly-duty.ts'
import { fullName } from '../schedule/posted-sheet.ts'
import { type PlainDate, type PlainMonth, Quarter, rangeOfMonth, rangeOfQuarter } from '../time/plain-date.ts'
import type { Asked, Check, ComplianceFacts } from './facts.ts'
import type { CheckedRecord } from './model.ts'
import { recordOf, stateBy } from './record.ts'

type Month = ComplianceFacts['months'][number]

/** The akim and each deputy receive in every month by the approved schedule (clause 6, point 3). */
export const monthlyReceptions: Check = (facts, asked) =>
  monthsOf(facts, asked).flatMap(({ month, state }) => {
    const { to } = rangeOfMonth(month)
    const schedule = state?.approved?.schedule ?? { month, receptions: [] }
    return monthlyDuty(schedule, facts.officials, asked.profile).map(({ officialId }) => {
      const first = firstReception(schedule, officialId, asked)
      const on = first !== null && first <= asked.today ? first : null
      const about = { officialId, month, entity: entityId('schedule', month) }
      return recordOf({ duty: 'monthly', state: stateBy(to, on, asked.today), day: to, by: to, on, ...about })
    })
  })

function firstReception(
  { month, receptions }: MonthSchedule,
  officialId: string,
  { profile }: Asked,
): PlainDate | null {
  const counted = receptions.filter(one => countsForDuty(one, profile))
  const days = counted.filter(one => one.officialId === officialId && one.date.startsWith(month))
  return days.map(({ date }) => date).sort()[0] ?? null
}

/** Whoever receives by an approved schedule has a whole name for the sheet in both languages (clause 7, point 19). */
export const postedNames: Check = (facts, asked) =>
  monthsOf(facts, asked).flatMap(({ month, state }) => {
    const approved = state?.approved ?? null
    if (approved === null) return []
    const receiving = new Set(approved.schedule.receptions.map(({ officialId }) => officialId))
    const isWhole = [...receiving].every(id => isNamed(facts, id))
    const [day] = [rangeOfMonth(month).from]
    return [
      recordOf({
        duty: 'posted',
        state: isWhole ? 'kept' : 'broken',
        day,
        on: approved.approvedOn,
        month,
        entity: entityId('schedule', month),
        why: isWhole ? null : 'name_missing',
      }),
    ]
  })

function isNamed({ officials }: ComplianceFacts, officialId: string): boolean {
  const official = officials.find(({ id }) => id === officialId)
  if (official === undefined) return false
  const { kk, ru } = fullName(official.name)
  return kk !== '' && ru !== ''
}

/** The schedule of a quarter is approved before it begins (point 19). */
export const quartersApproved: Check = (facts, asked) =>
  quartersIn(facts.months).flatMap(([quarter, months]): CheckedRecord[] => {
    const { from } = rangeOfQuarter(quarter)
    const term = findTerm('schedule_approved', asked.profile, from, facts.calendar)
    if (term === null || months.length < 3 || term.by < facts.since) return []
    if (profileOn(facts.office, from) !== asked.profile) return []
    const days = months.map(({ state }) => state?.versions[0]?.approvedOn ?? null)
    const on = days.includes(null) ? null : (days.sort().at(-1) ?? null)
    const { month } = months[0] as Month
    const about = { month, entity: entityId('schedule', month) }
    return [
      recordOf({
        duty: 'quarter_approved',
        state: stateBy(term.by, on, asked.today),
        day: term.by,
        by: term.by,
        on,
        term,
        ...about,
      }),
    ]
  })

/** The quarters of some months, each with those of its months that are among them. */
export function quartersIn(months: readonly Month[]): [Quarter, Month[]][] {
  const quarters = new Map<Quarter, Month[]>()
  for (const one of months) {
    const quarter = quarterOf(one.month)
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), one])
  }
  return [...quarters]
}

function quarterOf(month: PlainMonth): Quarter {
  return Quarter.parse(`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`)
}

/** Months of an act of which the office has records. */
export function monthsOf({ months, office, since }: ComplianceFacts, { profile }: Asked): Month[] {
  return months.filter(({ month }) => {
    const { from, to } = rangeOfMonth(month)
    return to >= since && profileOn(office, from) === profile
  })
}
