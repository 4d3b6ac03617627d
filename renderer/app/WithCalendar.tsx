import type { ReactNode } from 'react'
import { useCalendarYears } from './desk-rows.ts'

/** Shows a screen once the calendar of the office is known: a term counted by another one would be read as the term. */
export function WithCalendar({ children }: { children: ReactNode }) {
  return useCalendarYears() === undefined ? null : children
}
