import { useMemo } from 'react'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import type { ActionId } from '#shared/change/action.ts'
import type { Office } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import type { EntityState } from '../db/query-types.ts'
import { useRows } from './use-rows.ts'

const NOTHING = {}

/** Officials who stand, in the order of clause 2, then of their list; undefined until the store has answered. */
export function useOfficials(): readonly Official[] | undefined {
  return useRows('officials.all', NOTHING)
}

/** The office with the head its change is based on; undefined until the store has answered. */
export function useOfficeState(): EntityState<'office'> | null | undefined {
  return useRows('office.current', NOTHING)
}

/** The office as last set; undefined until the store has answered. */
export function useOffice(): Office | null | undefined {
  const state = useOfficeState()
  return state === undefined ? undefined : (state?.office ?? null)
}

/** What the journal holds of a month: null state where nothing was done with it yet. */
export interface MonthKnown {
  readonly state: ScheduleState | null
  readonly head: ActionId | null
}

/** The state of a month's schedule; undefined until the store has answered. */
export function useMonthState(month: PlainMonth): MonthKnown | undefined {
  const params = useMemo(() => ({ month }), [month])
  const state = useRows('schedule.month', params)
  return useMemo(() => (state === undefined ? undefined : { state, head: state?.head ?? null }), [state])
}

/** The years of the working calendar the office has set; undefined until the store has answered. */
export function useCalendarYears(): readonly EntityState<'calendar'>[] | undefined {
  return useRows('calendar.years', NOTHING)
}

/** The working calendar of the office. Screens are shown once it is known (`WithCalendar`), so no date is counted by another. */
export function useWorkCalendar(): WorkCalendar {
  const years = useCalendarYears()
  return useMemo(() => officeCalendar(years ?? []), [years])
}
