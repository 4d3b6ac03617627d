import { useMemo } from 'react'
import { profileOn } from '#shared/regulation/profile.ts'
import { type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import type { Mark } from '../../db/query-types.ts'
import { type Due, dueNow } from './due.ts'

/** As many are read of each list: a mass day is far below it. */
const MOST = 1000

/** What is due now, always as the lists stand; undefined until the store has answered. */
export function useDue(today: PlainDate): readonly Due[] | undefined {
  const office = useOffice()
  const calendar = useWorkCalendar()
  const open = useWaiting('open')
  const noEotinish = useWaiting('no_eotinish')
  const noTalon = useWaiting('no_talon')
  const booked = useWaiting(`booked:${toDayNumber(today)}`)
  const visits = useRows(
    'visits.day',
    useMemo(() => ({ day: today }), [today]),
  )
  const leftOver = useRows(
    'visits.left_over',
    useMemo(() => ({ before: today }), [today]),
  )
  return useMemo(() => {
    if (open === undefined || noEotinish === undefined || noTalon === undefined) return undefined
    if (booked === undefined || visits === undefined || leftOver === undefined || !office) return undefined
    return dueNow({
      today,
      profile: profileOn(office, today),
      calendar,
      open,
      noEotinish,
      noTalon,
      booked,
      visits,
      leftOver,
    })
  }, [today, office, calendar, open, noEotinish, noTalon, booked, visits, leftOver])
}

function useWaiting(mark: Mark) {
  return useRows(
    'applications.waiting',
    useMemo(() => ({ mark, limit: MOST }), [mark]),
  )
}
