import { useMemo } from 'react'
import type { Reception } from '#shared/schedule/model.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { useMonthState } from '../../app/desk-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import { monthAfter } from '../schedule/months.ts'

/** The receptions of the approved schedules of this month and the next, by days. */
export function useReceptionsNear(): readonly Reception[] {
  const month = PlainMonth.parse(useToday().slice(0, 7))
  const now = useMonthState(month)
  const next = useMonthState(monthAfter(month, 1))
  return useMemo(
    () =>
      [now, next]
        .flatMap(known => known?.state?.approved?.schedule.receptions ?? [])
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
    [now, next],
  )
}
