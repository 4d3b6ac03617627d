import type { OfficialPage } from '#shared/analytics/one-official.ts'
import type { ReceptionResult } from '#shared/application/model.ts'
import { RESULT_LABELS } from '#shared/report/texts.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { NoteWords } from './note-text.ts'

/** Words of the page of an official in one language. */
type PageWords = NoteWords & { readonly date: (day: PlainDate) => string }

/** The lines of the page of an official: what, how many, how it was counted. */
export function officialRows(page: OfficialPage, words: PageWords): string[][] {
  const { t } = words
  const { days, received, persons, minutes, timed, repeats, given, done, onControl, late } = page
  return [
    nextRow(page, words),
    [t('analytics.load.received'), String(received), t('analytics.page.received_how')],
    [t('analytics.page.repeats'), String(repeats), t('analytics.page.repeats_how')],
    [t('analytics.load.days'), String(days), t('analytics.page.days_how')],
    [t('analytics.load.persons'), String(persons), t('analytics.page.persons_how')],
    [
      t('analytics.load.minutes'),
      timed === 0 ? '–' : t('analytics.load.minutes_of', { minutes, timed }),
      t('analytics.page.minutes_how'),
    ],
    ...page.results.map(({ result, count }) => [
      t('analytics.page.results', { result: t(labelOf(result)) }),
      String(count),
      t('analytics.page.result_how'),
    ]),
    [t('analytics.page.given'), String(given), t('analytics.page.given_how')],
    [t('analytics.units.control'), String(onControl), t('analytics.page.control_how')],
    [t('analytics.units.done'), String(done), t('analytics.page.control_how')],
    [t('analytics.units.late'), String(late), t('analytics.page.late_how')],
    ...page.topics.map(({ topic, ...counts }) => [
      t('analytics.page.topic', { topic: words.names.topic(topic) }),
      t('analytics.page.topic_value', counts),
      t('analytics.page.topic_how'),
    ]),
  ]
}

function nextRow({ next }: OfficialPage, { t, date }: PageWords): string[] {
  const value =
    next === null
      ? t('analytics.page.next_none')
      : t('analytics.page.next_value', { date: date(next.on), applicants: next.applicants, again: next.again })
  return [t('analytics.page.next'), value, t('analytics.page.next_how')]
}

function labelOf(result: ReceptionResult) {
  return RESULT_LABELS[result]
}
