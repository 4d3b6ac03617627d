import type { Official } from '#shared/official/model.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import { monthlyDuty } from '#shared/schedule/monthly-duty.ts'
import { type PlainDate, type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'

/** How the monthly duty of one official stands in a month (clause 6). */
export interface DutyOfMonth {
  readonly officialId: string
  readonly planned: number
  /** Of those planned, on days that have passed. */
  readonly held: number
  /** `broken`: the month is over without a reception; `short`: none is planned and there is time yet. */
  readonly state: 'kept' | 'planned' | 'short' | 'broken'
}

/** The duty of each who has it. Only receptions of the schedule count: not those by instruction nor after a meeting. */
export function dutyOf(
  month: PlainMonth,
  schedule: MonthSchedule | null,
  officials: readonly Official[],
  today: PlainDate,
): DutyOfMonth[] {
  const receptions = (schedule?.receptions ?? []).filter(({ kind }) => kind === 'scheduled')
  return monthlyDuty({ month, receptions }, officials).map(({ officialId, scheduled }) => {
    const held = receptions.filter(one => one.officialId === officialId && one.date < today).length
    const isOver = rangeOfMonth(month).to < today
    const state = held > 0 ? 'kept' : isOver ? 'broken' : scheduled > 0 ? 'planned' : 'short'
    return { officialId, planned: scheduled, held, state }
  })
}
