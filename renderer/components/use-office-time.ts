import { useEffect, useState } from 'react'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { settled } from '../app/desk.ts'
import { useDesk } from '../app/desk-context.ts'
import { deskNow, followClock } from './office-clock.ts'

const HALF_MINUTE = 30_000

/** The time of day at the office by main's believed clock, to show and to order the line by as main does. */
export function useOfficeTime(): PlainTime {
  const [time, setTime] = useState(() => officeTime(deskNow()))
  useEffect(() => {
    const timer = setInterval(() => setTime(officeTime(deskNow())), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return time
}

/** The day of work. It moves on while the page stands open, as far as `useDayTurns` is at work. */
export function useToday(): PlainDate {
  return useDesk().start.today
}

/**
 * Keeps day and time where main has them, also past midnight and after a sleep: what time it is, main decides, which may not
 * follow a clock that jumped. Once per desk.
 */
export function useDayTurns(): void {
  const { start, adopt } = useDesk()
  useEffect(() => {
    const look = async () => {
      const asked = await settled(window.desk.appStart({}))
      if (!asked.ok) return
      followClock(asked.value.now)
      if (asked.value.today !== start.today) adopt({ ...start, today: asked.value.today })
    }
    const timer = setInterval(() => void look(), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [start, adopt])
}
