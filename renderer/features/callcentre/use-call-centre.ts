import { useMemo } from 'react'
import { holdsOn } from '#shared/callcentre/transitions.ts'
import { useRows } from '../../app/use-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'

const NOTHING = {}

/** The modes and interruptions of the call centre, newest first. */
export interface CallCentreKnown {
  readonly all: readonly EntityState<'callcentre'>[]
  /** Modes that hold today. */
  readonly held: readonly EntityState<'callcentre'>[]
  /** The interruption that is not over, or null. */
  readonly interrupted: EntityState<'callcentre'> | null
}

/** How the call centre stands now; undefined until the store has answered. */
export function useCallCentre(): CallCentreKnown | undefined {
  const states = useRows('callcentre.all', NOTHING)
  const today = useToday()
  return useMemo(() => {
    if (states === undefined) return undefined
    const all = states.filter(({ status }) => status !== 'taken_back').sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
    return {
      all,
      held: all.filter(state => holdsOn(state, today)),
      interrupted: all.find(({ status }) => status === 'interrupted') ?? null,
    }
  }, [states, today])
}

function dayOf({ mode, interruption }: EntityState<'callcentre'>): string {
  return mode?.from ?? `${interruption?.from.on ?? ''} ${interruption?.from.at ?? ''}`
}
