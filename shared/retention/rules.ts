import { findPlainDate, type PlainDate, partsOf } from '../time/plain-date.ts'
import type { HoldGround, RetainedKind, RetentionTerms } from './model.ts'

/**
 * Why a person's data are kept, the weightiest first. `unread`: this program cannot read a record of theirs; `no_term`: the office
 * has set no term for a kind of their records; `undated`: nobody knows when a record ended; `newer`: a term has not ended.
 */
export const KEPT_WHYS = [
  'held',
  'unread',
  'application_open',
  'instruction_open',
  'demand_open',
  'letter_open',
  'protocol_open',
  'exchange_open',
  'request_open',
  'no_term',
  'undated',
  'newer',
] as const
export type KeptWhy = (typeof KEPT_WHYS)[number]

/** What keeps a record from being over, whatever its age. */
export type OpenWhy = Extract<KeptWhy, `${string}_open`>

/** One record of a person as a term looks at it. */
export interface RetainedRecord {
  readonly kind: RetainedKind
  readonly open: OpenWhy | null
  /** The day of the last thing that happened with it; null: not known. */
  readonly last: PlainDate | null
}

/** All that is kept of one person. */
export interface SubjectRecords {
  readonly held: HoldGround | null
  readonly unread: boolean
  readonly records: readonly RetainedRecord[]
}

/** One person whom desks that were apart began several times: what keeps any of it keeps all. */
export function joinedRecords(same: readonly SubjectRecords[]): SubjectRecords {
  return {
    held: same.find(({ held }) => held !== null)?.held ?? null,
    unread: same.some(({ unread }) => unread),
    records: same.flatMap(({ records }) => records),
  }
}

/** Whether a person's data are to be destroyed, and why not. `until`: the first day on which their term will be over, where it is known. */
export type Judged =
  | { readonly state: 'due' }
  | { readonly state: 'kept'; readonly why: KeptWhy; readonly until: PlainDate | null }

/**
 * Whether the data of a person are due on a day: every record is closed and past its term, and nobody keeps them. One record
 * keeps all: a person has one key. Of a person nothing is kept of, nothing is due.
 */
export function judgeSubject(subject: SubjectRecords, terms: RetentionTerms, today: PlainDate): Judged {
  const { held, unread, records } = subject
  if (held !== null) return kept('held')
  if (unread) return kept('unread')
  const open = KEPT_WHYS.find(why => records.some(record => record.open === why))
  if (open !== undefined) return kept(open)
  if (records.some(({ kind }) => !hasTerm(kind, terms))) return kept('no_term')
  if (records.length === 0 || records.some(({ last }) => last === null)) return kept('undated')
  const running = records.filter(record => !isOver(record, terms, today))
  if (running.length === 0) return { state: 'due' }
  const ends = running.map(record => endOf(record, terms))
  const until = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)
  return { state: 'kept', why: 'newer', until }
}

/**
 * The first day on which a record closed on `last` is past a term of years. A term is counted from 1 January of the year after
 * the record was closed, the later of the two ways of counting: nothing is destroyed a day too early.
 */
export function pastTerm(last: PlainDate, years: number): PlainDate {
  const day = findPlainDate(partsOf(last).year + years + 1, 1, 1)
  if (day === null) throw new RangeError('a term out of all years')
  return day
}

function hasTerm(kind: RetainedKind, terms: RetentionTerms): boolean {
  return terms.how === 'day' || terms.terms.some(one => one.kind === kind)
}

function isOver(record: RetainedRecord, terms: RetentionTerms, today: PlainDate): boolean {
  if (terms.how === 'day') return record.last !== null && record.last <= terms.until && terms.until < today
  const end = endOf(record, terms)
  return end !== null && end <= today
}

function endOf({ kind, last }: RetainedRecord, terms: RetentionTerms): PlainDate | null {
  if (terms.how === 'day' || last === null) return null
  const years = terms.terms.find(one => one.kind === kind)?.years
  return years === undefined ? null : pastTerm(last, years)
}

function kept(why: KeptWhy): Judged {
  return { state: 'kept', why, until: null }
}
