import { useMemo } from 'react'
import { type DirectoryId, validOn } from '#shared/directory/model.ts'
import type { Dimension, Facet } from '#shared/report/counts.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { officialName } from '../../components/official-name.ts'
import { useDirectories, useDirectoryName } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DIRECTORY_OF } from './narrowing.ts'

export interface DimensionWords {
  /** The name of a code of a facet: a directory entry, an official, who applies; an empty code is "not stated". */
  readonly nameOf: (facet: Facet, code: string) => string
  /** The name of a directory code, ended or not; empty for none. */
  readonly entryOf: (directory: DirectoryId, code: string | null) => string
  /** Codes of a dimension with their names, in the order of the directory: what is offered today. */
  readonly optionsOf: (dimension: Dimension) => { value: string; label: string }[]
}

/** Names of what applications are counted and narrowed by. */
export function useDimensionWords(): DimensionWords {
  const { t, language } = useWords()
  const { today } = useDesk().start
  const officials = useOfficials()
  const directories = useDirectories()
  const entryOf = useDirectoryName()
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
        return facet === 'byOfficial' ? named(code) : entryOf(DIRECTORY_OF[facet], code)
      },
      entryOf,
      optionsOf: dimension =>
        dimension === 'byOfficial'
          ? people.map(one => ({ value: one.id, label: officialName(one, language) }))
          : validOn(directories[DIRECTORY_OF[dimension]], today)
              .filter(one => one.parent === null)
              .map(one => ({ value: one.code, label: one[language] })),
    }
  }, [officials, directories, entryOf, today, language, t])
}
