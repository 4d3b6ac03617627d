import { useEffect, useState } from 'react'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { settled } from '../app/desk.ts'
import { useDesk } from '../app/desk-context.ts'

const HALF_MINUTE = 30_000

/** The time of day at the office by the page's clock, to show and to order by. What is recorded, main stamps. */
export function useOfficeTime(): PlainTime {
  const [time, setTime] = useState(() => officeTime(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setTime(officeTime(Date.now())), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return time
}

/** The day of work. It moves on while the page stands open, as far as `useDayTurns` is at work. */
export function useToday(): PlainDate {
  return useDesk().start.today
}

/**
 * Keeps the day of work where main has it, also past midnight and after a sleep. The page's clock only gives the hint to
 * ask: what day it is, main decides, which may not follow a clock that jumped. Once per desk.
 */
export function useDayTurns(): void {
  const { start, adopt } = useDesk()
  useEffect(() => {
    const look = async () => {
      if (officeDate(Date.now()) === start.today) return
      const asked = await settled(window.desk.appStart({}))
      if (asked.ok && asked.value.today !== start.today) adopt({ ...start, today: asked.value.today })
    }
    const timer = setInterval(() => void look(), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [start, adopt])
}
