import type { Analytics } from '#shared/analytics/analytics.ts'
import type { Finding } from '#shared/analytics/systemic.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { NO_FIGURE, shareText } from '#shared/report/figures.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Names } from './analytics-names.ts'

/** Words and names of one language. */
export type NoteWords = Pick<Words, 't'> & { readonly names: Names }

/** Cells with most repeats that the note names. */
const MOST_CELLS = 3

/** The paragraphs of the note, each in both languages with the same figures. */
export function noteText(analytics: Analytics, words: Readonly<Record<'kk' | 'ru', NoteWords>>): Bilingual[] {
  const [kk, ru] = [paragraphsIn(analytics, words.kk), paragraphsIn(analytics, words.ru)]
  return kk.map((text, at) => ({ kk: text, ru: ru[at] ?? '' }))
}

function paragraphsIn(analytics: Analytics, words: NoteWords): string[] {
  const { t } = words
  const { findings, compared } = analytics.systemic
  return [
    introOf(analytics, words),
    ...(findings.length === 0 ? [t('analytics.findings.none', { compared })] : []),
    ...findings.map(one => findingOf(one, words)),
    repeatsOf(analytics, words),
    waitsOf(analytics, words),
    ...forecastOf(analytics, words),
    t('analytics.note.proposals'),
    t('analytics.note.rule', { compared }),
  ]
}

function introOf({ period, applications: count, yearBefore: before }: Analytics, { t, names }: NoteWords): string {
  const told = { period: names.period(period), count }
  return before === null ? t('analytics.note.intro_alone', told) : t('analytics.note.intro', { ...told, before })
}

/** A finding as one sentence. */
export function findingText(one: Finding, { t, names }: NoteWords): string {
  const { kind, now, base, yearBefore } = one
  const told = { place: names.place(one), now, base, expected: decimal(one.expected) }
  if (kind === 'repeated') return t('analytics.note.repeated', told)
  return yearBefore === null
    ? t('analytics.note.grew_alone', told)
    : t('analytics.note.grew', { ...told, before: yearBefore })
}

function findingOf(one: Finding, words: NoteWords): string {
  const { t } = words
  const numbers = one.examples.map(({ number }) => number).join(', ')
  return [
    findingText(one, words),
    ...(numbers === '' ? [] : [t('analytics.note.examples', { numbers })]),
    responsibleText(one, words) || t('analytics.note.no_responsible'),
  ].join(' ')
}

/** Who had instructions on what was found; empty where nobody had. */
export function responsibleText({ responsible }: Finding, { t, names }: NoteWords): string {
  const units = responsible.map(one =>
    t('analytics.note.unit_count', { unit: names.responsible(one), count: one.count }),
  )
  return units.length === 0 ? '' : t('analytics.note.responsible', { units: units.join(', ') })
}

function repeatsOf({ repeats: { cells, persons, repeats, applications } }: Analytics, { t, names }: NoteWords): string {
  const most = cells
    .filter(cell => cell.persons > 0)
    .sort((a, b) => b.persons - a.persons || b.repeats.length - a.repeats.length)
    .slice(0, MOST_CELLS)
    .map(cell => `${names.topic(cell.topic)}, ${names.district(cell.district)} – ${cell.persons}`)
  return [
    t('analytics.note.repeats', { persons, repeats, share: shareOf(repeats, applications) }),
    ...(most.length === 0 ? [] : [t('analytics.note.most', { cells: most.join('; ') })]),
  ].join(' ')
}

function waitsOf({ hall, noShows, days }: Analytics, { t }: NoteWords): string {
  const { called, median, ninth, promise, inTime } = hall
  return [
    ...(median === null || ninth === null
      ? []
      : [t('analytics.note.hall', { called, median, ninth, promise, share: shareOf(inTime, called) })]),
    t('analytics.note.no_shows', { ...noShows, days: days.reception.median ?? NO_FIGURE }),
  ].join(' ')
}

function forecastOf({ forecast: { quarter, expected, least, most } }: Analytics, { t, names }: NoteWords): string[] {
  if (expected === null || least === null || most === null) return []
  return [t('analytics.note.forecast', { quarter: names.period(quarter), expected, least, most })]
}

/** A part of a whole in per cent; a dash of nothing. */
export function shareOf(part: number, whole: number): string {
  return shareText(whole === 0 ? null : (100 * part) / whole)
}

function decimal(value: number): string {
  return String(value).replace('.', ',')
}
