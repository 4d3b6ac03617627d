import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { calendarAt, lastChange, officeCalendar } from '#shared/calendar/office-calendar.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Stamp } from '#shared/time/stamp.ts'
import { settled } from '../../app/desk.ts'
import { useCalendarYears } from '../../app/desk-rows.ts'

/** Under this name the desk keeps up to which change of the calendar its person has seen what moved. */
const SEEN = 'calendar-seen'

/** A change of the calendar whose moved terms nobody at this desk has put away. */
export interface UnseenChange {
  readonly before: WorkCalendar
  readonly after: WorkCalendar
  readonly on: PlainDate
  readonly putAway: () => void
}

/** What changed of the calendar since a person last put it away; null: nothing, or it is not known yet. */
export function useUnseenChange(): UnseenChange | null {
  const years = useCalendarYears()
  const [seen, setSeen] = useState<Stamp | null>()
  useEffect(() => {
    let isCurrent = true
    void settled(window.desk.draftLoad({ name: SEEN })).then(kept => {
      const stamp = Stamp.safeParse(kept.ok ? kept.value.value : null)
      if (isCurrent) setSeen(stamp.success ? stamp.data : null)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  const last = useMemo(() => lastChange(years ?? []), [years])
  const putAway = useCallback(() => {
    if (last === null) return
    setSeen(last.stamp)
    void settled(window.desk.draftSave({ name: SEEN, value: last.stamp }))
  }, [last])
  return useMemo(() => {
    if (years === undefined || seen === undefined || last === null || (seen !== null && last.stamp <= seen)) return null
    return { before: calendarAt(years, seen), after: officeCalendar(years), on: last.on, putAway }
  }, [years, seen, last, putAway])
}
