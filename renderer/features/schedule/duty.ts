import type { ProfileId } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import { monthlyDutyOn } from '#shared/schedule/monthly-duty.ts'
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

/** The duty of each who has it, by what the month would be. */
export function dutyOf(
  month: PlainMonth,
  schedule: MonthSchedule | null,
  officials: readonly Official[],
  profile: ProfileId,
  today: PlainDate,
): DutyOfMonth[] {
  const isOver = rangeOfMonth(month).to < today
  return monthlyDutyOn(schedule ?? { month, receptions: [] }, officials, profile, today).map(
    ({ officialId, scheduled, held }) => {
      const state = held > 0 ? 'kept' : isOver ? 'broken' : scheduled > 0 ? 'planned' : 'short'
      return { officialId, planned: scheduled, held, state }
    },
  )
}
