import { useMemo } from 'react'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import { type PlainDate, type PlainTime, toDayNumber } from '#shared/time/plain-date.ts'
import { useMonthState } from '../../../app/desk-rows.ts'
import { useRows } from '../../../app/use-rows.ts'
import { offeredMonths } from './booking-days.ts'

/** The approved schedules of this month and the two after it. */
export function useApproved(today: PlainDate): readonly MonthSchedule[] {
  const [first, second, third] = useMemo(() => offeredMonths(today), [today])
  const months = [useMonthState(first), useMonthState(second), useMonthState(third)]
  return months.flatMap(month => month?.state?.approved?.schedule ?? [])
}

/** More bookings of one day are not asked for. */
const MOST = 700

/** Hours of a day for which others are booked with an official. */
export function useTaken(id: string, officialId: string, date: PlainDate | null): readonly PlainTime[] {
  const day = date === null ? 0 : toDayNumber(date)
  const params = useMemo(() => ({ mark: `booked:${day}` as const, limit: MOST }), [day])
  const booked = useRows('applications.waiting', params)
  return (booked?.rows ?? [])
    .filter(row => row.id !== id && row.booking?.officialId === officialId && row.booking.date === date)
    .flatMap(row => row.booking?.time ?? [])
    .toSorted()
}
