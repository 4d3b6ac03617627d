import { useEffect, useState } from 'react'
import { settled } from '../../app/desk.ts'
import type { JournalId } from '../../db/journals/model.ts'
import { type ChosenColumns, readChosen, writeChosen } from './shown-columns.ts'

/** Under this name the choice is kept, sealed, on this computer. */
const DRAFT = 'journal-columns'

/** The columns a person has chosen; `choose` with null goes back to those of the beginning. */
export function useChosenColumns() {
  const [chosen, setChosen] = useState<ChosenColumns>({})
  useEffect(() => {
    let left = false
    void settled(window.desk.draftLoad({ name: DRAFT })).then(read => {
      if (!left && read.ok) setChosen(readChosen(read.value.value))
    })
    return () => {
      left = true
    }
  }, [])
  const choose = (journal: JournalId, keys: readonly string[] | null) => {
    const { [journal]: _, ...others } = chosen
    const next = keys === null ? others : { ...others, [journal]: [...keys] }
    setChosen(next)
    // What is seen is as it was chosen also where it could not be kept; it is a choice of columns, nothing is lost.
    void settled(window.desk.draftSave({ name: DRAFT, value: writeChosen(next) }))
  }
  return { chosen, choose }
}
