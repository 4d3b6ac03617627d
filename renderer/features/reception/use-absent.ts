import { useMemo } from 'react'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { absentOn } from './board.ts'

const NOTHING = {}

/** Officials who are not there on a day; nobody until it is known. */
export function useAbsent(day: PlainDate): ReadonlySet<string> {
  const told = useRows('absences.all', NOTHING)
  return useMemo(() => absentOn(day, told ?? []), [day, told])
}
