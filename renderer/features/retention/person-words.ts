import type { NamedApplication } from '#shared/destruction/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { Words } from '../../i18n/use-words.ts'

/** So many numbers stand in a line; the card shows all. */
const MOST = 4

/** The applications of a person in one line: our numbers, rows from Excel by their days. */
export function applicationsText(applications: readonly NamedApplication[], words: Words): string {
  const { t, dates } = words
  if (applications.length === 0) return t('retention.no_applications')
  const texts = applications.slice(0, MOST).map(({ number, on }) => {
    if (number !== null) return number
    return on === null ? t('retention.imported_undated') : t('retention.imported', { date: screenDate(on, dates) })
  })
  const more = applications.length - MOST
  return [...texts, ...(more > 0 ? [`+${more}`] : [])].join(', ')
}

/** How many records a line stands for. */
export function recordsOf(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}
