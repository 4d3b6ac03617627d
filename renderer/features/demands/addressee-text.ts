import { useCallback } from 'react'
import type { DemandAddressee } from '#shared/demand/model.ts'
import type { Entry } from '#shared/directory/model.ts'
import { signerName } from '#shared/letter/facts.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { useDirectories } from '../../components/use-directories.ts'

/** Whom a demand asks, by the directories: the unit or the body, then the official by position and name. */
export function useAddresseeText(): (addressee: DemandAddressee) => Bilingual {
  const { unit: units, body: bodies } = useDirectories()
  const officials = useOfficials()
  return useCallback(
    ({ unit, body, officialId }) => {
      const official = officials?.find(({ id }) => id === officialId)
      const place = findEntry(units, unit) ?? findEntry(bodies, body)
      const of = (language: keyof Bilingual) =>
        [place?.[language], official && `${official.position[language]} ${signerName(official)[language]}`.trim()]
          .filter(Boolean)
          .join(', ')
      return { kk: of('kk'), ru: of('ru') }
    },
    [units, bodies, officials],
  )
}

function findEntry(entries: readonly Entry[], code: string | null): Entry | undefined {
  return code === null ? undefined : entries.find(one => one.code === code)
}
