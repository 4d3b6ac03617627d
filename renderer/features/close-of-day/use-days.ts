import { useEffect, useMemo, useState } from 'react'
import { isWorkingDay, previousWorkingDay } from '#shared/calendar/rules.ts'
import type { ClosedDay } from '#shared/day/transitions.ts'
import { addDays, fromDayNumber, type PlainDate } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { OpenOfDay } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { type DayDue, dayBeforeDue, LOOKED_BACK_DAYS, olderDue, todayDue } from './days-due.ts'

const NOTHING = {}

/** What a desk's day leaves open now; undefined until the store has answered. */
export function useOpenOfDay(day: PlainDate): OpenOfDay | undefined {
  const installation = useDesk().start.installation ?? ''
  return useRows(
    'day.open',
    useMemo(() => ({ day, installation }), [day, installation]),
  )
}

/**
 * The same, looked at anew with the clock and where a day was closed (`again`). Kept live, all that was registered on the day
 * would be opened at each act on it.
 */
function useOpenLooked(day: PlainDate, again: string): OpenOfDay | undefined {
  const store = useStore()
  const installation = useDesk().start.installation ?? ''
  const [open, setOpen] = useState<OpenOfDay>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` says when to look
  useEffect(() => {
    let isWanted = true
    const looked = (value: OpenOfDay) => (isWanted ? setOpen(value) : undefined)
    store.query('day.open', { day, installation }).then(looked, () => undefined)
    return () => {
      isWanted = false
    }
  }, [store, day, installation, again])
  return open
}

/** Each day of this desk with its closes, the newest first; undefined until the store has answered. */
export function useDays(): readonly { readonly day: PlainDate; readonly closed: readonly ClosedDay[] }[] | undefined {
  const installation = useDesk().start.installation ?? ''
  const all = useRows('days.all', NOTHING)
  return useMemo(
    () =>
      all
        ?.filter(({ key }) => key.endsWith(`-${installation}`))
        .map(({ key, closed }) => ({ day: fromDayNumber(Number(key.slice(0, 8))), closed }))
        .sort((a, b) => (a.day < b.day ? 1 : -1)),
    [all, installation],
  )
}

/** The days that wait to be closed: today and the last working day before it. */
export function useDaysDue(): readonly DayDue[] {
  const today = useToday()
  const now = useOfficeTime()
  const calendar = useWorkCalendar()
  const hours = useOffice()?.hours
  const before = previousWorkingDay(today, calendar)
  const days = useDays()
  const again = `${now} ${days?.map(({ closed }) => closed.length).join(' ')}`
  const [openToday, openBefore] = [useOpenLooked(today, again), useOpenLooked(before, again)]
  if (days === undefined || hours === undefined || openToday === undefined || openBefore === undefined) return []
  const standing = (day: PlainDate, left: OpenOfDay) => {
    return { day, left, closed: days.find(one => one.day === day)?.closed.at(-1) ?? null }
  }
  const isOver = now >= hours.to || !isWorkingDay(today, calendar)
  const due = [todayDue(standing(today, openToday), isOver, hours.to), dayBeforeDue(standing(before, openBefore))]
  return due.filter(one => one !== null)
}

/** Days before those that nobody closed, the oldest first. */
export function useOlderDue(): readonly PlainDate[] {
  const today = useToday()
  const before = previousWorkingDay(today, useWorkCalendar())
  const installation = useDesk().start.installation ?? ''
  const days = useDays()
  const used = useRows(
    'days.used',
    useMemo(
      () => ({ from: addDays(today, -LOOKED_BACK_DAYS), to: addDays(before, -1), installation }),
      [today, before, installation],
    ),
  )
  return useMemo(
    () => (days === undefined || used === undefined ? [] : olderDue(used, days, before)),
    [days, used, before],
  )
}
