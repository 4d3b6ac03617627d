import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { helpersOn, receptionDays } from '#shared/reception-helper/days.ts'
import type { Helper } from '#shared/reception-helper/model.ts'
import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'

const NOTHING = {}

/** A helper who is here on the day. */
export type HelperHere = Helper & { readonly id: EntityId }

/** Who helps visitors on a day (clause 16, KZ-2026 rule 28); nobody until it is known. */
export function useHelpersOfDay(day: PlainDate): readonly HelperHere[] {
  const states = useRows('helpers.all', NOTHING)
  const month = PlainMonth.parse(day.slice(0, 7))
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => ({ from: month, to: month }), [month]),
  )
  return useMemo(() => {
    if (states === undefined || schedules === undefined) return []
    const known = states.flatMap(({ id, helper }) => (helper === null ? [] : [{ ...helper, id }]))
    return helpersOn(day, known, receptionDays(schedules))
  }, [states, schedules, day])
}
