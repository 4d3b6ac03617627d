import { useMemo } from 'react'
import { isWorkingDay, previousWorkingDay } from '#shared/calendar/rules.ts'
import type { ClosedDay } from '#shared/day/transitions.ts'
import { addDays, fromDayNumber, type PlainDate } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { OpenOfDay } from '../../db/query-types.ts'

const NOTHING = {}
/** So many days back a day is looked for that nobody closed: a desk that stood still for longer has other cares. */
const BACK = 7

/** What a desk's day leaves open now; undefined until the store has answered. */
export function useOpenOfDay(day: PlainDate): OpenOfDay | undefined {
  const installation = useDesk().start.installation ?? ''
  return useRows(
    'day.open',
    useMemo(() => ({ day, installation }), [day, installation]),
  )
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

/** A day that Today speaks of: this one once its hours are over, or the one before. */
export interface DayDue {
  readonly day: PlainDate
  readonly isToday: boolean
  /** How many things stood open when it was closed; null: it was not. */
  readonly closedWith: number | null
  readonly open: number
}

/**
 * The days that wait to be closed: today from the end of the hours until it is closed, and the last working day before it where
 * it was not, or was with something open that still is. A day on which nobody came and nothing was registered has no end to be told.
 */
export function useDaysDue(): readonly DayDue[] {
  const today = useToday()
  const now = useOfficeTime()
  const calendar = useWorkCalendar()
  const hours = useOffice()?.hours
  const before = previousWorkingDay(today, calendar)
  const days = useDays()
  const openToday = useOpenOfDay(today)
  const openBefore = useOpenOfDay(before)
  if (days === undefined || hours === undefined || openToday === undefined || openBefore === undefined) return []
  const lastOf = (day: PlainDate) => days.find(one => one.day === day)?.closed.at(-1) ?? null
  const isOver = now >= hours.to || !isWorkingDay(today, calendar)
  const due: DayDue[] = []
  if (isOver && isOfUse(openToday) && lastOf(today) === null) {
    due.push({ day: today, isToday: true, closedWith: null, open: openToday.open.length })
  }
  const closed = lastOf(before)
  const isLeft = closed === null ? isOfUse(openBefore) : closed.open.length > 0 && openBefore.open.length > 0
  if (isLeft && before >= addDays(today, -BACK)) {
    due.push({ day: before, isToday: false, closedWith: closed?.open.length ?? null, open: openBefore.open.length })
  }
  return due
}

function isOfUse({ came, registered }: OpenOfDay): boolean {
  return came > 0 || registered > 0
}
