import { useMemo } from 'react'
import { useRows } from '../../../app/use-rows.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { earlierMatters } from './earlier-matters.ts'

const ASKED = 50

const NOBODY = { iin: '', bin: '', phone: '', surname: '', given: '', patronymic: '', essence: '' }

/** Earlier cases of the person of a card that may be on the same matter, the likeliest first; undefined until the store has answered. */
export function useEarlierMatters(card: ApplicationCard): ReturnType<typeof earlierMatters> | undefined {
  const { personal } = card
  const params = useMemo(() => {
    if (personal === null) return { person: NOBODY, limit: ASKED }
    const { iin, bin, surname, given, patronymic, essence } = personal
    return { person: { iin: iin ?? '', bin: bin ?? '', phone: '', surname, given, patronymic, essence }, limit: ASKED }
  }, [personal])
  const cases = useRows('applications.earlier', params)
  return useMemo(() => (cases === undefined ? undefined : earlierMatters(card, cases)), [card, cases])
}
