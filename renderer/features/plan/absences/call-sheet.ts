import type { Affected } from '#shared/plan/cascade.ts'
import type { CallSheetData } from '#shared/posting/reception-sheets.ts'
import { callSheet, type SheetWith } from '../preparation/sheet-data.ts'
import type { PlanKnown } from '../use-plan.ts'

/** Whom to call because of an absence or a restriction, with the time each had and the one that is offered. */
export function affectedSheet(affected: readonly Affected[], rows: PlanKnown['rows'], given: SheetWith): CallSheetData {
  const empty = callSheet([], rows, given)
  const calls = affected.flatMap(({ person, fallen, offer }) =>
    callSheet([{ person, ...fallen }], rows, given).calls.map(call => {
      if (offer === null) return call
      const { date, time, mode } = offer.booking
      return { ...call, to: { date, time, room: '', mode } }
    }),
  )
  return { ...empty, calls }
}
