import type { PublicationState } from '#shared/posting/publication.ts'
import { monthTitle } from '#shared/time/official-date.ts'
import type { Words } from '../../i18n/use-words.ts'

/** Months with the numbers of their versions, as one line. */
export function monthsText(
  months: readonly Pick<PublicationState['wanted'][number], 'month' | 'number'>[],
  { t, dates }: Pick<Words, 't' | 'dates'>,
): string {
  return months.map(({ month, number }) => t('publish.month', { month: monthTitle(month, dates), number })).join('; ')
}
