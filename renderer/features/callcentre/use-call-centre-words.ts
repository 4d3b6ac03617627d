import { useCallback } from 'react'
import { isolated } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

/** A mode or an interruption in words: what it is, and what is known of it. */
export function useCallCentreWords(): (state: EntityState<'callcentre'>) => { head: string; told: string } {
  const { t, dates } = useWords()
  return useCallback(
    ({ mode, interruption, restored }) => {
      const date = (on: Parameters<typeof screenDate>[0]) => screenDate(on, dates)
      if (mode !== null) {
        const days =
          mode.to === null
            ? t('callcentre.days_from', { from: date(mode.from) })
            : t('callcentre.days', { from: date(mode.from), to: date(mode.to) })
        const told = t('callcentre.by_act', { number: isolated(mode.act.number), date: date(mode.act.on) })
        return { head: t(`callcentre.ground.${mode.ground}`), told: `${days} \u00b7 ${told}` }
      }
      if (interruption === null) return { head: '', told: '' }
      const since = `${date(interruption.from.on)}, ${interruption.from.at}`
      const span =
        restored === null
          ? t('callcentre.since', { from: since })
          : t('callcentre.span', { from: since, to: `${date(restored.on)}, ${restored.at}` })
      const way =
        interruption.way === '' ? '' : ` \u00b7 ${t('callcentre.by_way', { way: isolated(interruption.way) })}`
      return { head: t(`callcentre.cause.${interruption.cause}`), told: `${span}${way}` }
    },
    [t, dates],
  )
}
