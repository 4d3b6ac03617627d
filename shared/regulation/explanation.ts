import { type DateWords, officialDate, weekdayName } from '../time/official-date.ts'
import { addDays, type PlainDate, partsOf } from '../time/plain-date.ts'
import { type AmountKey, amountText } from './amount-text.ts'
import { type ClauseKey, clauseText, type Say } from './clause-text.ts'
import { groupedByReason, runsText } from './day-runs.ts'
import type { ClauseRef, Decider } from './model.ts'
import { coverageOf, profileOf } from './profile.ts'
import { EVENT_KEYS, type EventKey } from './term-keys.ts'
import {
  type CountedTerm,
  type ExplainedTerm,
  findTermRule,
  NOT_COUNTED_BY,
  ROLLED_BY,
  type SkippedDay,
} from './terms.ts'

/** Keys of the sentences that answer "why this date?". */
export type ExplanationKey =
  | AmountKey
  | ClauseKey
  | EventKey
  | DeciderKey
  | 'why.event'
  | 'why.start_after'
  | 'why.start_before'
  | 'why.same_day'
  | 'why.texts_differ'
  | 'why.no_later'
  | 'why.amount'
  | 'why.amount_before'
  | 'why.month_end'
  | 'why.skipped'
  | 'why.days_of'
  | 'why.weekend'
  | 'why.weekend_one'
  | 'why.last'
  | 'why.rolled'
  | 'why.rolled_days'
  | 'why.day_off'
  | 'why.rolled_back'
  | 'why.warn'
  | 'why.unsure'
  | 'why.wording_not_held'
  | 'why.extended_by'
  | 'why.extended_ground'
  | 'why.extended_until'
  | 'why.plain_after'
  | 'why.plain_before'
  | (typeof NOT_IN_FORCE)[keyof typeof NOT_IN_FORCE]['not_yet']
  | 'why.ended.wko'

type DeciderKey = (typeof DECIDER_KEYS)[Decider]

/** Words an explanation is made of, in one language: of a screen, a sheet or a letter. */
export interface ExplanationWords {
  readonly t: Say<ExplanationKey>
  readonly dates: DateWords
  /** The side of a text in this language. */
  readonly pick: (text: { readonly kk: string; readonly ru: string }) => string
}

/** Who extended a term, when, why and until when. */
export interface ExtensionSaid {
  readonly decider: Decider
  readonly on: PlainDate
  readonly ground: string
  readonly until: PlainDate
}

/** Who decides on an extension, by key. */
export const DECIDER_KEYS = {
  head: 'decider.head',
  deputy: 'decider.deputy',
  apparatus_head: 'decider.apparatus_head',
} as const satisfies Record<Decider, string>

const NOT_IN_FORCE = {
  'WKO-2020/2023': { not_yet: 'why.not_yet.wko', ended: 'why.ended.wko' },
  'KZ-2026': { not_yet: 'why.not_yet.kz', ended: null },
} as const

/**
 * Why this date: the event, the rule and its clause, the days not counted, the rolling, the warnings, each a sentence. Made of
 * the term alone, so that a date that was kept explains itself later as it did then. A plain count has no clause to name.
 */
export function explain(
  term: CountedTerm | ExplainedTerm,
  words: ExplanationWords,
  extension: ExtensionSaid | null = null,
): string[] {
  const ofAct = 'clause' in term ? term : null
  return [
    ...(extension === null ? [] : ofExtension(extension, words)),
    ...(ofAct === null ? ofPlainCount(term, words) : ofRule(ofAct, words)),
    ...ofMonthEnd(term, words),
    ...ofEnd(term, words),
    ...(ofAct === null || term.warnFrom === term.by ? [] : [words.t('why.warn', { date: from(term.warnFrom, words) })]),
    ...(term.unsureYears.length === 0 ? [] : [words.t('why.unsure', { years: term.unsureYears.join(', ') })]),
    ...(ofAct === null ? [] : ofCoverage(ofAct, words)),
  ]
}

function ofExtension({ decider, on, ground, until }: ExtensionSaid, { t, dates }: ExplanationWords): string[] {
  return [
    t('why.extended_until', { date: officialDate(until, dates, 'to') }),
    t('why.extended_by', { date: officialDate(on, dates), decider: t(DECIDER_KEYS[decider]) }),
    ...(ground === '' ? [] : [t('why.extended_ground', { ground })]),
  ]
}

function ofRule(term: ExplainedTerm, words: ExplanationWords): string[] {
  const { t, dates } = words
  const named = (ref: ClauseRef) => clauseText(ref, term.profile, t)
  const clause = named(term.clause)
  const event = t('why.event', { event: t(EVENT_KEYS[term.event]), ...dayParts(term.from, dates) })
  if (term.amount === 0) return [event, t(term.direction === 'after' ? 'why.same_day' : 'why.no_later', { clause })]
  const amount = amountText(term, t)
  if (term.direction === 'before')
    return [event, t('why.amount_before', { amount, clause }), t('why.start_before', { clause: named(NOT_COUNTED_BY) })]
  const date = from(addDays(term.from, 1), words)
  const differ = findTermRule(term.term, term.profile)?.textsDiffer === undefined ? [] : [t('why.texts_differ')]
  return [
    event,
    ...differ,
    t('why.amount', { amount, clause }),
    t('why.start_after', { date, clause: named(NOT_COUNTED_BY) }),
  ]
}

function ofPlainCount(term: CountedTerm, { t, dates }: ExplanationWords): string[] {
  const date = officialDate(term.from, dates)
  return [t(term.direction === 'after' ? 'why.plain_after' : 'why.plain_before', { date, amount: amountText(term, t) })]
}

/** A month without the day is told: 31 December and two months end on 28 February. */
function ofMonthEnd({ unit, from: first, nominal }: CountedTerm, { t }: ExplanationWords): string[] {
  const { day } = partsOf(first)
  return unit === 'months' && partsOf(nominal).day !== day ? [t('why.month_end', { day })] : []
}

function ofEnd(term: CountedTerm, words: ExplanationWords): string[] {
  const { t, dates } = words
  const { nominal, by, skipped } = term
  const last = dayParts(by, dates)
  const days = skippedText(skipped, partsOf(term.from).year, words)
  if (nominal === by) return [...(skipped.length === 0 ? [] : [t('why.skipped', { days })]), t('why.last', last)]
  const end = { by: last.date, byWeekday: last.weekday, weekday: weekdayName(nominal, dates) }
  const passed = t('why.rolled_days', { days })
  const date = officialDate(nominal, dates)
  if (by < nominal) return [t('why.rolled_back', { ...end, date }), passed]
  if (term.amount === 0) return [t('why.day_off', { ...end, date }), passed]
  const clause = clauseText(ROLLED_BY, 'KZ-2026', t)
  return [t('why.rolled', { ...end, date: officialDate(nominal, dates, 'on'), clause }), passed]
}

/** Days passed over in words: runs of one reason together, each holiday by its name. */
function skippedText(skipped: readonly SkippedDay[], year: number, { t, dates, pick }: ExplanationWords): string {
  return groupedByReason(skipped)
    .map(({ day, dates: of }) =>
      t('why.days_of', {
        days: runsText(of, year, dates),
        name: day.name === null ? t(of.length === 1 ? 'why.weekend_one' : 'why.weekend') : pick(day.name),
      }),
    )
    .join('; ')
}

/** Where the act is not in force on the day of the event, or its wording of that day is not held, it is said. */
function ofCoverage({ profile, clause, from: on }: ExplainedTerm, { t, dates }: ExplanationWords): string[] {
  const coverage = coverageOf(profile, on)
  const date = officialDate(on, dates, 'on')
  if (coverage.state === 'not_in_force') {
    const { not_yet, ended } = NOT_IN_FORCE[profile]
    const isYet = profileOf(profile).editions.every(edition => on < edition.from)
    return isYet || ended === null ? [t(not_yet, { date })] : [t(ended, { date })]
  }
  const isHeld = clause.act === 'code' || !coverage.edition.notHeld.includes(clause.clause)
  return isHeld ? [] : [t('why.wording_not_held', { date })]
}

function dayParts(date: PlainDate, dates: DateWords): { date: string; weekday: string } {
  return { date: officialDate(date, dates), weekday: weekdayName(date, dates) }
}

function from(date: PlainDate, { dates }: ExplanationWords): string {
  return officialDate(date, dates, 'from')
}
