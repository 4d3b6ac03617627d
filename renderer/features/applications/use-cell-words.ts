import { useMemo } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { CellWords } from './columns.ts'
import { useDimensionWords } from './use-dimension-words.ts'

/** What the texts of cells are made with, in the language of the screen. */
export function useCellWords(): CellWords {
  const { t, dates } = useWords()
  const { nameOf, entryOf } = useDimensionWords()
  return useMemo(
    () => ({ t, dates, entryOf, officialOf: (id: string) => nameOf('byOfficial', id) }),
    [t, dates, entryOf, nameOf],
  )
}
