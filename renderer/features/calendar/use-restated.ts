import { useEffect, useState } from 'react'
import type { NotedLetter } from '#shared/application/transitions.ts'
import { restatedLetters } from '#shared/letter/restated.ts'
import { useStore } from '../../db/use-query.ts'
import type { MovedLine } from './use-moved-terms.ts'

/** A signed letter that states a day that is off now, with the line of the application it is about. */
export interface Restated {
  readonly letter: NotedLetter
  readonly line: MovedLine
}

/** The letters to be written anew, in the order of the lines; undefined until the store has answered. Few days are off at once. */
export function useRestated(lines: readonly MovedLine[]): readonly Restated[] | undefined {
  const store = useStore()
  const [found, setFound] = useState<readonly Restated[]>()
  useEffect(() => {
    let isCurrent = true
    const off = lines.filter(({ moved }) => moved.kind !== 'term')
    const read = async (line: MovedLine): Promise<Restated[]> => {
      const card = await store.query('applications.one', { id: line.row.id })
      return card?.registered ? restatedLetters(card.registered, line.moved).map(letter => ({ letter, line })) : []
    }
    void Promise.all(off.map(read)).then(all => isCurrent && setFound(all.flat()))
    return () => {
      isCurrent = false
    }
  }, [lines, store])
  return found
}
