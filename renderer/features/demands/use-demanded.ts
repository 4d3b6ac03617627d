import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import type { DemandedFacts } from '#shared/letter/facts.ts'
import { useRows } from '../../app/use-rows.ts'
import { useAddresseeText } from './addressee-text.ts'

/** The demand a letter of an application is about, as it stands in the letter; null: it is about none; undefined: not read yet. */
export function useDemanded(application: EntityId, about: string | null): DemandedFacts | null | undefined {
  const demands = useRows(
    'demands.of',
    useMemo(() => ({ about: application }), [application]),
  )
  const addresseeOf = useAddresseeText()
  return useMemo(() => {
    if (demands === undefined) return undefined
    const one = demands.find(({ id }) => id === about)
    if (!one?.demand || one.dueOn === null) return null
    return { addressee: addresseeOf(one.demand.addressee), text: one.text ?? '', dueOn: one.dueOn }
  }, [demands, about, addresseeOf])
}
