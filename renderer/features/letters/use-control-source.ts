import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import type { ControlSource } from '#shared/letter/control-facts.ts'
import { useRows } from '../../app/use-rows.ts'

/** The instruction a letter is about, with the protocol that gave it, or the protocol itself; null where it is about none, undefined until it is read. */
export function useControlSource(application: EntityId, about: string | null): ControlSource | null | undefined {
  const instructions = useRows(
    'instructions.of',
    useMemo(() => ({ application }), [application]),
  )
  const protocols = useRows(
    'protocols.of',
    useMemo(() => ({ about: application }), [application]),
  )
  return useMemo(() => {
    if (instructions === undefined || protocols === undefined) return undefined
    const instruction = instructions.find(({ id }) => id === about)
    const protocol = protocols.find(({ id }) => id === (instruction?.instruction?.protocol ?? about))
    if (instruction === undefined && protocol === undefined) return null
    return { instruction: instruction ?? null, protocol: protocol ?? null }
  }, [instructions, protocols, about])
}
