import i18next from 'i18next'
import { useMemo } from 'react'
import type { BothDateWords } from '#shared/letter/fill.ts'
import { dateWordsIn } from '../../print/both-texts.ts'

/** Words of dates in both languages, whatever the screen speaks. */
export function useBothDates(): BothDateWords {
  return useMemo(() => dateWordsIn(i18next), [])
}
