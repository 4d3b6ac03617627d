import type { WorkCalendar } from '#shared/calendar/model.ts'
import { nextWorkingDay } from '#shared/calendar/rules.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { lookOver } from '#shared/plan/looked-over.ts'
import type { Plan, PlannedPerson } from '#shared/plan/model.ts'
import { type Fallen, whyNotHeld } from '#shared/plan/stands.ts'
import type { HandedList, PreparationItem } from '#shared/reception/model.ts'
import type { Invited, Prepared, ReceptionState } from '#shared/reception/transitions.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { type ExplainedTerm, findTerm } from '#shared/regulation/terms.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

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
  /** Applicants are told of the request within the term (clause 19, KZ-2026 rule 30). */
  readonly notice: ExplainedTerm | null
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
  /** The day before the reception, or the day itself: what is missing now is missing. */
  readonly isGate: boolean
  /** Something that had its last day is not done. */
  readonly isLate: boolean
}

interface Asked {
  readonly plan: Plan
  readonly reception: Reception
  readonly visitors: readonly Visitor[]
  readonly state: ReceptionState
  /** Bodies the act invites to this reception. */
  readonly invitedByAct: readonly string[]
}

/** How a reception stands. What hangs on nobody coming is not asked of a reception without visitors. */
export function boardOf({ plan, reception, visitors, state, invitedByAct }: Asked): Board {
  const { calendar, profile, today } = plan
  const written = visitors.filter(({ person }) => person.briefedOn !== null).length
  const briefing = findTerm('briefing', profile, reception.date, calendar)
  const list = state.lists.at(-1) ?? null
  const listBy = findTerm('list_handed', profile, reception.date, calendar)
  const bodies = state.invited.map(invited => askedBody(invited, profile, calendar))
  const asked = new Set(state.invited.map(({ body }) => body))
  const toInvite = invitedByAct.filter(body => !asked.has(body))
  const items = itemsOf(reception, visitors, state, profile)
  const isListOld = list !== null && !isSame(list.applications, visitors)
  const facts = { visitors, written, list, isListOld, bodies, toInvite, items }
  const notHeld = whyNotHeld(reception, lookOver(plan))
  const isOpen = (term: ExplainedTerm | null, done: boolean) => term !== null && term.by < today && !done
  return {
    reception,
    notHeld,
    ...facts,
    briefing,
    listBy,
    missing: [...(notHeld === null ? [] : [{ code: 'not_held' as const, number: 1 }]), ...missingOf(facts)],
    isGate: nextWorkingDay(today, calendar) >= reception.date,
    isLate:
      isOpen(briefing, written === visitors.length) ||
      (visitors.length > 0 && isOpen(listBy, list?.final === true)) ||
      bodies.some(({ report, invited }) => isOpen(report, invited.reported !== null)),
  }
}

function askedBody(invited: Invited, profile: ProfileId, calendar: WorkCalendar): AskedBody {
  const last = invited.answers.at(-1)
  const refusedOn: PlainDate | null = last?.outcome === 'refused' ? last.on : null
  return {
    invited,
    notice: findTerm('request_notice', profile, invited.on, calendar),
    report: refusedOn === null ? null : findTerm('body_refusal_report', profile, refusedOn, calendar),
  }
}

/** What has to be looked at before this reception. Equipment is obligatory where it is recorded (KZ-2026 rule 21). */
function itemsOf(
  { mode }: Reception,
  visitors: readonly Visitor[],
  { prepared }: ReceptionState,
  profile: ProfileId,
): Item[] {
  const needed: PreparationItem[] = [
    'room',
    ...(mode === 'video' ? ['video_link' as const] : []),
    ...(profileOf(profile).recording === null ? [] : ['equipment' as const]),
    ...(visitors.some(one => one.interpreter) ? ['interpreter' as const] : []),
    ...(visitors.some(one => one.foreign) ? ['secrecy' as const] : []),
    'helpers',
    'sheet_posted',
  ]
  return needed.map(item => ({ item, found: prepared[item] ?? null }))
}

type Facts = Pick<Board, 'visitors' | 'written' | 'list' | 'isListOld' | 'bodies' | 'toInvite' | 'items'>

function missingOf({ visitors, written, list, isListOld, bodies, toInvite, items }: Facts): Missing[] {
  const some = visitors.length > 0
  const counts: Record<(typeof MISSING)[number], number> = {
    not_held: 0,
    briefings: visitors.length - written,
    list: some && list?.final !== true ? 1 : 0,
    list_changed: list?.final === true && isListOld ? 1 : 0,
    bodies: toInvite.length,
    answers: bodies.filter(({ invited }) => invited.answers.length === 0).length,
    report: bodies.filter(({ report, invited }) => report !== null && invited.reported === null).length,
    items: items.filter(({ found }) => found === null).length,
    fault: items.filter(({ found }) => found?.outcome === 'fault').length,
  }
  return MISSING.flatMap(code => (counts[code] === 0 ? [] : [{ code, number: counts[code] }]))
}

function isSame(applications: readonly string[], visitors: readonly Visitor[]): boolean {
  const listed = new Set(applications)
  return listed.size === visitors.length && visitors.every(({ person }) => listed.has(person.application))
}
