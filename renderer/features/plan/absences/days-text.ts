import { type DateWords, screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Translate } from '../../../i18n/use-words.ts'

/** Days of an absence or a restriction, both included; one day once; without an end until it is lifted. */
export function daysText(from: PlainDate, to: PlainDate | null, t: Translate, dates: DateWords): string {
  const first = screenDate(from, dates)
  if (to === null) return t('restriction.days_open', { from: first })
  return from === to ? first : t('absence.days', { from: first, to: screenDate(to, dates) })
}
