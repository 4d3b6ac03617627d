import type { WorkCalendar } from '#shared/calendar/model.ts'
import { rollForward } from '#shared/calendar/rules.ts'
import type { EntityId } from '#shared/change/action.ts'
import { ProfileId } from '#shared/office/model.ts'
import { type ExplainedTerm, findTerm, getTerm } from '#shared/regulation/terms.ts'
import { addDays, fromDayNumber, type PlainDate, type PlainTime } from '#shared/time/plain-date.ts'
import type { VisitStatus } from '#shared/visit/transitions.ts'
import type { AnswerOf, ApplicationListRow, VisitRow } from '../../db/query-types.ts'

/** Kinds of what is due, by legal risk: what is late already, then what stands before the clerk, then what comes. */
export const DUE_KINDS = [
  'answer_overdue',
  'no_eotinish_before',
  'no_talon_before',
  'booked_before',
  'correction_over',
  'visit_left_over',
  'visit_check',
  'visit_called',
  'visit_served',
  'visit_waiting',
  'refusal_waits',
  'answer_today',
  'no_eotinish',
  'no_talon',
  'booked',
  'answer_soon',
] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** One line of today. */
export interface Due {
  readonly kind: DueKind
  readonly count: number
  /** There are more than were read. */
  readonly isLeast: boolean
  /** The oldest day of registration, of an answer its earliest term, of a booking its day; null: of today. */
  readonly since: PlainDate | null
  /** The earliest time that was given; null where none is. */
  readonly at: PlainTime | null
  /** What the line leads to: the oldest application, or the visitor. */
  readonly first: EntityId
  /** The regulation the applications of the line are handled by; of visitors, today's. */
  readonly profile: ProfileId
  /** The term of the first, where the line is of one: it answers why by then. */
  readonly term: ExplainedTerm | null
}

export type Waiting = AnswerOf<'applications.waiting'>

/** A line that no term stands behind. */
type LineOfDay = Omit<Due, 'profile' | 'term'>

/** What is looked at. The rows of all lists stand oldest first. */
export interface Desk {
  readonly today: PlainDate
  /** The regulation in force today. */
  readonly profile: ProfileId
  readonly calendar: WorkCalendar
  readonly open: Waiting
  readonly noEotinish: Waiting
  readonly noTalon: Waiting
  readonly booked: Waiting
  readonly visits: readonly VisitRow[]
  /** Visits of earlier days that nobody ended, the oldest day first. */
  readonly leftOver: readonly VisitRow[]
}

/** An answer is spoken of this many days before its term ends, and from the last working day before it at the latest. */
const SOON_DAYS = 3

/** What is due at a desk now, by legal risk; nothing: an empty list. */
export function dueNow(desk: Desk): Due[] {
  const ofTerms = [
    ...answersDue(desk),
    ...decisionsDue(desk),
    ...ofTheSameDay(desk, desk.noEotinish, 'no_eotinish_before', 'no_eotinish'),
    ...ofTheSameDay(desk, desk.noTalon, 'no_talon_before', 'no_talon'),
  ]
  const ofTheDay = [
    ...visitsDue(desk.visits),
    ...leftOverDue(desk.leftOver),
    ...notYetCome(desk),
    ...bookedBefore(desk),
  ].map(line => ({ ...line, profile: desk.profile, term: null }))
  return [...ofTerms, ...ofTheDay].sort((a, b) => DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind))
}

/** Open applications without a decision and without a time, by the term of their answer (clause 29, point 13). */
function answersDue({ today, profile, calendar, open }: Desk): Due[] {
  const terms = new Map<string, ExplainedTerm>()
  // As the card and the talon count it: from the day it really came, by the regulation of that day.
  const termOf = ({ day, cameOn, profile: own }: ApplicationListRow) => {
    const from = cameOn ?? fromDayNumber(day)
    const key = `${from} ${own ?? profile}`
    const term = terms.get(key) ?? getTerm('answer', own ?? profile, from, calendar)
    terms.set(key, term)
    return term
  }
  const endOf = (row: ApplicationListRow) => row.extendedTo ?? termOf(row).by
  const nextWorking = rollForward(addDays(today, 1), calendar).date
  const soonUntil = nextWorking > addDays(today, SOON_DAYS) ? nextWorking : addDays(today, SOON_DAYS)
  const kindOf = (row: ApplicationListRow): DueKind | null => {
    const by = endOf(row)
    if (by < today) return 'answer_overdue'
    if (by === today) return 'answer_today'
    return by <= soonUntil ? 'answer_soon' : null
  }
  const last = open.rows.at(-1)
  const isCut = open.total > open.rows.length && last !== undefined
  const waiting = open.rows.filter(row => row.booking === null)
  return (['answer_overdue', 'answer_today', 'answer_soon'] as const).flatMap(kind =>
    byProfile(
      waiting.filter(row => kindOf(row) === kind),
      profile,
    ).map(([own, rows]) => {
      const first = rows.reduce((a, b) => (endOf(b) < endOf(a) ? b : a))
      // Why it was extended the card says: the term itself ended before.
      const term = first.extendedTo === null ? termOf(first) : null
      const isLeast = isCut && kindOf(last) === kind
      return { kind, count: rows.length, isLeast, since: endOf(first), at: null, first: first.id, profile: own, term }
    }),
  )
}

type Rows = readonly [ApplicationListRow, ...ApplicationListRow[]]

/** Rows by the regulation they are handled by: each line names its own clause. */
function byProfile(rows: readonly ApplicationListRow[], todays: ProfileId): [ProfileId, Rows][] {
  return ProfileId.options.flatMap((id): [ProfileId, Rows][] => {
    const [first, ...rest] = rows.filter(row => (row.profile ?? todays) === id)
    return first === undefined ? [] : [[id, [first, ...rest]]]
  })
}

/** What lacks something and was given its time, and refusals that wait for a second person. */
function decisionsDue({ open, today, profile }: Desk): Due[] {
  const isLeast = open.total > open.rows.length
  const over = open.rows.filter(row => row.status === 'incomplete' && (row.correctBy ?? '') < today)
  const waits = open.rows.filter(({ status }) => status === 'refusal_proposed')
  const lines = (kind: DueKind, rows: readonly ApplicationListRow[]): Due[] =>
    byProfile(rows, profile).map(([own, [first, ...rest]]) => {
      const since = [first, ...rest].flatMap(({ correctBy }) => correctBy ?? []).sort()[0] ?? null
      return { kind, count: rest.length + 1, isLeast, since, at: null, first: first.id, profile: own, term: null }
    })
  return [...lines('correction_over', over), ...lines('refusal_waits', waits)]
}

/** What had to be done on the day of registration (clause 25, point 5): what is older is late. */
function ofTheSameDay(
  { today, profile, calendar }: Desk,
  { rows, total }: Waiting,
  before: DueKind,
  now: DueKind,
): Due[] {
  const late = rows.filter(row => sameDayOf(row) < today)
  const isLeast = total > rows.length && late.length === rows.length
  const line = (kind: DueKind, own: ProfileId, [first, ...rest]: Rows, more: number): Due => {
    const since = kind === before ? sameDayOf(first) : null
    const term = kind.startsWith('no_eotinish') ? findTerm('registration', own, sameDayOf(first), calendar) : null
    const count = 1 + rest.length + more
    return { kind, count, isLeast: kind === before && isLeast, since, at: null, first: first.id, profile: own, term }
  }
  const ofToday = rows.filter(row => !late.includes(row))
  return [
    ...byProfile(late, profile).map(([own, of]) => line(before, own, of, 0)),
    // What was not read is newer than what was: of today, and so of today's regulation.
    ...byProfile(ofToday, profile).map(([own, of]) => line(now, own, of, own === profile ? total - rows.length : 0)),
  ]
}

/** What came outside working time has to be done on the day as of which it is registered. */
function sameDayOf({ day, cameOn }: ApplicationListRow): PlainDate {
  const entered = fromDayNumber(day)
  return cameOn !== null && cameOn > entered ? cameOn : entered
}

const VISIT_KINDS: Partial<Record<VisitStatus, DueKind>> = {
  arrived: 'visit_check',
  stopped: 'visit_check',
  barred: 'visit_check',
  waiting: 'visit_waiting',
  called: 'visit_called',
  served: 'visit_served',
}

/** Visitors who are there, by what they wait for. */
function visitsDue(visits: readonly VisitRow[]): LineOfDay[] {
  return (['visit_check', 'visit_waiting', 'visit_called', 'visit_served'] as const).flatMap(kind => {
    const those = visits.filter(({ state }) => VISIT_KINDS[state.status] === kind)
    const [first] = those
    return first === undefined
      ? []
      : [{ kind, count: those.length, isLeast: false, since: null, at: null, first: first.id }]
  })
}

/** Visitors of earlier days who were never said to have left or to have been received. */
function leftOverDue(visits: readonly VisitRow[]): LineOfDay[] {
  const [first] = visits
  const since = first?.state.checkIn?.day ?? null
  if (first === undefined || since === null) return []
  return [{ kind: 'visit_left_over', count: visits.length, isLeast: false, since, at: null, first: first.id }]
}

/** Booked for today, and no visit of theirs was begun. */
function notYetCome({ booked, visits }: Desk): LineOfDay[] {
  const came = new Set(visits.map(({ state }) => state.checkIn?.application))
  const timeOf = ({ booking }: ApplicationListRow) => booking?.time ?? '99:99'
  const rows = booked.rows.filter(({ id }) => !came.has(id)).sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  const [first] = rows
  if (first === undefined) return []
  const isLeast = booked.total > booked.rows.length
  return [
    { kind: 'booked', count: rows.length, isLeast, since: null, at: first.booking?.time ?? null, first: first.id },
  ]
}

/** Booked for an earlier day and still open: nobody said what became of it. */
function bookedBefore({ open, today }: Desk): LineOfDay[] {
  const dayOf = ({ booking }: ApplicationListRow) => booking?.date ?? today
  const rows = open.rows.filter(row => dayOf(row) < today).toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  const [first] = rows
  if (first === undefined) return []
  const isLeast = open.total > open.rows.length
  return [{ kind: 'booked_before', count: rows.length, isLeast, since: dayOf(first), at: null, first: first.id }]
}
