import { useMemo } from 'react'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { Dimension, Facet } from '#shared/report/counts.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { directoryName } from '../../components/directory-name.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DIRECTORY_OF } from './narrowing.ts'

export interface DimensionWords {
  /** The name of a code of a facet: a directory entry, an official, who applies; an empty code is "not stated". */
  readonly nameOf: (facet: Facet, code: string) => string
  /** Codes of a dimension with their names, in the order of the directory. */
  readonly optionsOf: (dimension: Dimension) => { value: string; label: string }[]
}

/** Names of what applications are counted and narrowed by. */
export function useDimensionWords(): DimensionWords {
  const { t, language } = useWords()
  const officials = useOfficials()
  return useMemo(() => {
    const people = officials ?? []
    const named = (id: string) => {
      const official = people.find(one => one.id === id)
      return official === undefined ? id : officialName(official, language)
    }
    return {
      nameOf: (facet, code) => {
        if (facet === 'applicant')
          return t(code === 'legal' ? 'dimension.applicant.legal' : 'dimension.applicant.natural')
        if (facet === 'identifier') return t('dimension.identifier.bad')
        if (code === '') return t('report.line.not_stated')
        return facet === 'byOfficial' ? named(code) : directoryName(DIRECTORY_OF[facet], code, language)
      },
      optionsOf: dimension =>
        dimension === 'byOfficial'
          ? people.map(one => ({ value: one.id, label: officialName(one, language) }))
          : SEED_DIRECTORIES[DIRECTORY_OF[dimension]].map(one => ({ value: one.code, label: one[language] })),
    }
  }, [officials, language, t])
}
