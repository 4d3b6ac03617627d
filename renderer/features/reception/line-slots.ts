import { useMemo } from 'react'
import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import type { Slots } from '#shared/visit/line-waits.ts'
import { useRows } from '../../app/use-rows.ts'

/** Minutes for one visitor of each official who receives on a day, by the schedule that stands; empty until it is known. */
export function useSlots(day: PlainDate): Slots {
  const month = PlainMonth.parse(day.slice(0, 7))
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => ({ from: month, to: month }), [month]),
  )
  return useMemo(() => {
    const receptions = (schedules ?? []).flatMap(
      ({ approved, draft }) => (approved?.schedule ?? draft)?.receptions ?? [],
    )
    return new Map(receptions.filter(({ date }) => date === day).map(({ officialId, slot }) => [officialId, slot]))
  }, [schedules, day])
}
