import { useMemo } from 'react'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { Dimension } from '#shared/report/counts.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { directoryName } from '../../components/directory-name.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DIRECTORY_OF } from './narrowing.ts'

export interface DimensionWords {
  /** The name of a code of a dimension: a directory entry or an official. */
  readonly nameOf: (dimension: Dimension, code: string) => string
  /** Codes of a dimension with their names, in the order of the directory. */
  readonly optionsOf: (dimension: Dimension) => { value: string; label: string }[]
}

/** Names of what applications are counted and narrowed by. */
export function useDimensionWords(): DimensionWords {
  const { language } = useWords()
  const officials = useOfficials()
  return useMemo(() => {
    const people = officials ?? []
    const named = (id: string) => {
      const official = people.find(one => one.id === id)
      return official === undefined ? id : officialName(official, language)
    }
    return {
      nameOf: (dimension, code) =>
        dimension === 'byOfficial' ? named(code) : directoryName(DIRECTORY_OF[dimension], code, language),
      optionsOf: dimension =>
        dimension === 'byOfficial'
          ? people.map(one => ({ value: one.id, label: officialName(one, language) }))
          : SEED_DIRECTORIES[DIRECTORY_OF[dimension]].map(one => ({ value: one.code, label: one[language] })),
    }
  }, [officials, language])
}
