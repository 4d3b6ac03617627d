import { nextWorkingDay } from '../calendar/rules.ts'
import type { HandedList, PreparationItem } from '../reception/model.ts'
import { owesReport } from '../reception/owed.ts'
import type { Invited, Prepared, ReceptionState } from '../reception/transitions.ts'
import { profileOf } from '../regulation/profile.ts'
import { type ExplainedTerm, findTerm } from '../regulation/terms.ts'
import type { Reception } from '../schedule/model.ts'
import { TOLD_OF_REQUEST } from './clauses.ts'
import { lookOver } from './looked-over.ts'
import type { Plan, PlannedPerson } from './model.ts'
import { type Notice, noticeOf, type RequestLetter } from './notices.ts'
import { type Fallen, whyNotHeld } from './stands.ts'

/** What of the visitors preparation has to know. */
export interface Visitor {
  readonly person: PlannedPerson
  /** An interpreter or a sign language specialist was asked for. */
  readonly interpreter: boolean
  /** A foreigner or a stateless person (clause 10). */
  readonly foreign: boolean
}

/** An item to be looked at, with how it was found; null: not looked at yet. */
export interface Item {
  readonly item: PreparationItem
  readonly found: Prepared | null
}

/** A body that was asked, with what is still due because of it. */
export interface AskedBody {
  readonly invited: Invited
  /**
   * Applicants are told of the request within the term: of one to a central body (clauses 18 and 19), of any under the rules of
   * 2026 (rule 30). Null: they need not be.
   */
  readonly notice: ExplainedTerm | null
  /** How far each visitor is told of the request; empty where they need not be. */
  readonly told: readonly Notice[]
  /** Its refusal is reported within the term (clause 20, KZ-2026 rule 31); null: it did not refuse. */
  readonly report: ExplainedTerm | null
}

/** What is not in order yet. The words are `preparation.missing.<code>` in locales/. */
export const MISSING = [
  'not_held',
  'briefings',
  'list',
  'list_changed',
  'bodies',
  'answers',
  'notices',
  'report',
  'items',
  'fault',
] as const
export type Missing = { readonly code: (typeof MISSING)[number]; readonly number: number }

/** How one reception is prepared, and what stands in its way. */
export interface Board {
  readonly reception: Reception
  readonly visitors: readonly Visitor[]
  readonly notHeld: Fallen | null
  readonly written: number
  /** Last day of the briefings (clause 26, KZ-2026 rule 18). */
  readonly briefing: ExplainedTerm | null
  readonly list: HandedList | null
  /** Others are booked now than stand in the list that was handed over. */
  readonly isListOld: boolean
  /** Last day of the final list; null where the act sets none (KZ-2026 rule 32). */
  readonly listBy: ExplainedTerm | null
  readonly bodies: readonly AskedBody[]
  /** Bodies the act invites that were not asked yet. */
  readonly toInvite: readonly string[]
  readonly items: readonly Item[]
  readonly missing: readonly Missing[]
  /** The working day before the reception, or the day itself: what is missing now is missing. */
  readonly isGate: boolean
  /** Its day has passed, or no schedule names it any more: nothing is asked of it but what is owed all the same. */
  readonly isOver: boolean
  /** Something that had its last day is not done, or was done after it. */
  readonly isLate: boolean
}

/** What a board is made of. `invitedByAct`: codes of the bodies the act invites to this reception (clause 17). */
export interface BoardFacts {
  readonly plan: Plan
  readonly reception: Reception
  readonly visitors: readonly Visitor[]
  readonly state: ReceptionState
  /** The requests to bodies and notices of them of the visitors, as far as they were begun. */
  readonly letters: readonly RequestLetter[]
  readonly invitedByAct: readonly string[]
}

/** How a reception stands. What hangs on nobody coming is not asked of a reception without visitors. */
export function boardOf(facts: BoardFacts): Board {
  const { plan, reception, visitors, state, invitedByAct } = facts
  const { calendar, profile, today } = plan
  const isOver = reception.date < today || !plan.receptions.some(({ id }) => id === reception.id)
  const asked = new Set(state.invited.map(({ body }) => body))
  const list = state.lists.at(-1) ?? null
  const made = {
    visitors,
    written: visitors.filter(({ person }) => person.briefedOn !== null).length,
    list,
    isListOld: list !== null && !isListed(list.applications, visitors, reception.date <= today),
    bodies: state.invited.map(invited => askedBody(invited, facts)),
    toInvite: invitedByAct.filter(body => !asked.has(body)),
    items: itemsOf(facts),
  }
  const notHeld = isOver ? null : whyNotHeld(reception, lookOver(plan))
  const briefing = findTerm('briefing', profile, reception.date, calendar)
  const listBy = findTerm('list_handed', profile, reception.date, calendar)
  const lists = { ...made, briefing, listBy }
  return {
    reception,
    notHeld,
    ...lists,
    missing: missingOf(made, notHeld !== null).filter(({ code }) => !isOver || code === 'report'),
    isGate: nextWorkingDay(today, calendar) >= reception.date,
    isOver,
    isLate: isLate(lists, today, isOver),
  }
}

function askedBody(invited: Invited, { plan, reception, visitors, letters }: BoardFacts): AskedBody {
  const { profile, calendar } = plan
  const last = invited.answers.at(-1)
  const refusedOn = last?.outcome === 'refused' ? last.on : null
  const isToldOf = invited.video || TOLD_OF_REQUEST[profile] === 'any'
  const tell = ({ person }: Visitor) => noticeOf(person.application, invited, reception.id, letters)
  return {
    invited,
    notice: isToldOf ? findTerm('request_notice', profile, invited.on, calendar) : null,
    told: isToldOf ? visitors.map(tell) : [],
    report: refusedOn === null ? null : findTerm('body_refusal_report', profile, refusedOn, calendar),
  }
}

/** What has to be looked at before this reception. Equipment is obligatory where it is recorded (KZ-2026 rule 21). */
function itemsOf({ plan, reception, visitors, state }: BoardFacts): Item[] {
  const needed: PreparationItem[] = [
    'room',
    // Bodies that were asked may be connected too (KZ-2026 rule 34).
    ...(reception.mode === 'video' || state.invited.some(({ video }) => video) ? ['video_link' as const] : []),
    ...(profileOf(plan.profile).recording === null ? [] : ['equipment' as const]),
    ...(visitors.some(one => one.interpreter) ? ['interpreter' as const] : []),
    ...(visitors.some(one => one.foreign) ? ['secrecy' as const] : []),
    'helpers',
    'sheet_posted',
  ]
  return needed.map(item => ({ item, found: state.prepared[item] ?? null }))
}

type Made = Pick<Board, 'visitors' | 'written' | 'list' | 'isListOld' | 'bodies' | 'toInvite' | 'items'>

/** The notices of requests that were not sent yet: one that was begun or signed off tells nobody. */
export function noticesOwed(bodies: readonly AskedBody[]): number {
  return bodies.reduce((sum, { told }) => sum + told.filter(({ state }) => state !== 'sent').length, 0)
}

function missingOf(
  { visitors, written, list, isListOld, bodies, toInvite, items }: Made,
  isNotHeld: boolean,
): Missing[] {
  const counts: Record<(typeof MISSING)[number], number> = {
    not_held: Number(isNotHeld),
    briefings: visitors.length - written,
    list: visitors.length > 0 && list?.final !== true ? 1 : 0,
    list_changed: list?.final === true && isListOld ? 1 : 0,
    bodies: toInvite.length,
    answers: bodies.filter(({ invited }) => invited.answers.length === 0).length,
    notices: noticesOwed(bodies),
    report: bodies.filter(({ invited }) => owesReport(invited)).length,
    items: items.filter(({ found }) => found === null).length,
    fault: items.filter(({ found }) => found?.outcome === 'fault').length,
  }
  return MISSING.flatMap(code => (counts[code] === 0 ? [] : [{ code, number: counts[code] }]))
}

function isLate(
  { visitors, briefing, listBy, list, bodies }: Made & Pick<Board, 'briefing' | 'listBy'>,
  today: Plan['today'],
  isOver: boolean,
): boolean {
  const isAfter = (term: ExplainedTerm | null, on: Plan['today'] | null) => term !== null && (on ?? today) > term.by
  const isReportLate = bodies.some(({ report, invited }) => isAfter(report, invited.reported?.on ?? null))
  if (isOver) return isReportLate
  return (
    isReportLate ||
    visitors.some(({ person }) => isAfter(briefing, person.briefedOn)) ||
    (visitors.length > 0 && isAfter(listBy, list?.final === true ? list.on : null)) ||
    bodies.some(({ notice, told }) => told.some(({ state, on }) => isAfter(notice, state === 'sent' ? on : null)))
  )
}

/** On the day who was received is no visitor any more, and stays in the list: then it lacks only who was added. */
function isListed(applications: readonly string[], visitors: readonly Visitor[], hasBegun: boolean): boolean {
  const listed = new Set(applications)
  return (hasBegun || listed.size === visitors.length) && visitors.every(({ person }) => listed.has(person.application))
}
