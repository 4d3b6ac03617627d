import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { useRows } from '../../app/use-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { InRoom } from './handed-in.ts'

/** The visit of today that the address names, with its application; undefined while it is read, null where there is none. */
export function useInRoom(named: string | undefined): InRoom | null | undefined {
  const today = useToday()
  const visits = useRows(
    'visits.day',
    useMemo(() => ({ day: today }), [today]),
  )
  const found = visits?.find(({ id }) => id === named) ?? null
  const application: EntityId | '' = found?.state.checkIn?.application ?? ''
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: application }), [application]),
  )
  const checkIn = found?.state.checkIn ?? null
  return useMemo(() => {
    if (named === undefined) return null
    if (visits === undefined || card === undefined) return undefined
    return found === null || checkIn === null || card === null ? null : { visit: found.id, checkIn, card }
  }, [named, visits, card, found, checkIn])
}
