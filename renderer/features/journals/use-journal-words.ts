import { useMemo } from 'react'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCellWords } from '../applications/use-cell-words.ts'
import type { JournalWords } from './column.ts'

const NOTHING = {}

/** What the values of journals are made with, in the language of the screen. */
export function useJournalWords(): JournalWords {
  const { language } = useWords()
  const cells = useCellWords()
  const users = useRows('users.all', NOTHING)
  return useMemo(
    () => ({
      ...cells,
      language,
      userOf: id => users?.find(({ user }) => user?.id === id)?.user?.name ?? '',
    }),
    [cells, language, users],
  )
}
