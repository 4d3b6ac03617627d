import { useMemo } from 'react'
import { suffixOf } from '#shared/application/number.ts'
import { useRows } from '../../app/use-rows.ts'

const NOTHING = {}

/** The letter of a desk, as it stands on numbers; of one that is not known yet the two digits of its installation. */
export function useDeskLetters(): (installation: string) => string {
  const desks = useRows('desks.all', NOTHING)
  return useMemo(
    () => (installation: string) => {
      const desk = desks?.find(({ key }) => key === installation)
      if (desk === undefined || desk.letter === null) return String(suffixOf(installation))
      return desk.provisional ? `${desk.letter}/${suffixOf(installation)}` : desk.letter
    },
    [desks],
  )
}
