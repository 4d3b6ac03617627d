import i18next from 'i18next'
import { useMemo } from 'react'
import type { Bilingual } from '#shared/official/model.ts'
import { useRows } from '../../app/use-rows.ts'
import { bothTexts } from '../../print/both-texts.ts'

const NOTHING = {}

/**
 * Why a reception was moved, as a letter says it; `because`: the key of an absence or a restriction. Null where it is neither;
 * undefined until it is read. What an official suffers from is nobody's business: of an illness no more is said than the act does.
 */
export function useMovedBecause(because: string | null): Bilingual | null | undefined {
  const absences = useRows('absences.all', NOTHING)
  const restrictions = useRows('restrictions.all', NOTHING)
  return useMemo(() => {
    if (because === null) return null
    if (absences === undefined || restrictions === undefined) return undefined
    const texts = bothTexts(i18next)
    const absence = absences.find(({ key }) => key === because)?.absence
    if (absence) {
      return absence.missing.kind === 'official'
        ? texts(`letter.moved.${officialGround(absence.ground)}`)
        : texts(`letter.moved.${absence.missing.kind}`)
    }
    const restriction = restrictions.find(({ key }) => key === because)?.restriction
    return restriction ? texts('letter.moved_by_act', { act: restriction.act }) : null
  }, [because, absences, restrictions])
}

function officialGround(ground: string): 'illness' | 'trip' | 'leave' | 'other' {
  return ground === 'illness' || ground === 'trip' || ground === 'leave' ? ground : 'other'
}
