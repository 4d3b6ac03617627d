import type { WorkCalendar } from '../calendar/model.ts'
import { dayKind, statusOfYear } from '../calendar/rules.ts'
import type { ProfileId } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import type { LookedOver } from '../plan/looked-over.ts'
import { whyNotHeld } from '../plan/stands.ts'
import type { PlainMonth } from '../time/plain-date.ts'
import { isAgainstRestriction, restrictedDaysLeftOut } from './by-video.ts'
import { lookOverSchedule, type ScheduleFacts } from './facts.ts'
import { clauseOfFinding, type ScheduleFindingKind, SEVERITIES } from './finding-kinds.ts'
import { kindFaultsOf } from './kind-faults.ts'
import type { MonthSchedule, Reception } from './model.ts'
import { monthlyDuty } from './monthly-duty.ts'

export type { ScheduleFacts } from './facts.ts'
export type { ScheduleFindingKind } from './finding-kinds.ts'

/**
 * One finding about a schedule. `error` stands in the way of approval, `warning` is for the akim to know. Names are never
 * in it: the screen finds the official by `officialId`. `clause` is that of the regulation, or empty.
 */
export interface ScheduleFinding {
  readonly clause: string
  readonly kind: ScheduleFindingKind
  readonly severity: 'error' | 'warning'
  readonly officialId: string
  readonly receptionIds: readonly string[]
  readonly params: Readonly<Record<string, string | number>>
}

/** A finding with the clause and severity of its kind. */
export function finding(
  kind: ScheduleFindingKind,
  officialId: string,
  receptionIds: readonly string[] = [],
  params: ScheduleFinding['params'] = {},
  profile: ProfileId = 'WKO-2020/2023',
): ScheduleFinding {
  return { clause: clauseOfFinding(kind, profile), kind, severity: SEVERITIES[kind], officialId, receptionIds, params }
}

/** Everything found about a month's schedule: its receptions, the officials it leaves out, and its calendar. */
export function findingsOf(
  schedule: MonthSchedule,
  officials: readonly Official[],
  calendar: WorkCalendar,
  facts: ScheduleFacts = {},
): ScheduleFinding[] {
  const known = { ...facts, officials }
  const looked = lookOverSchedule(schedule, calendar, known)
  const pairs = new Set<string>()
  const ofReceptions = schedule.receptions.flatMap(reception => [
    ...(looked.officials.has(reception.officialId)
      ? []
      : [finding('unknown_official', reception.officialId, [reception.id], {}, facts.profile)]),
    ...found(reception, schedule, calendar, known, looked).filter(one => {
      // A clash is seen from both receptions; it is told once.
      const pair = `${one.kind} ${[...one.receptionIds].sort().join(' ')}`
      return !pairs.has(pair) && pairs.add(pair)
    }),
  ])
  const ofOfficials = findingsOfOfficials(schedule, officials, facts.profile)
  const leftOut = officials.flatMap(one => {
    const [date, ...more] = restrictedDaysLeftOut(one, schedule, calendar, facts)
    return date === undefined
      ? []
      : [finding('restricted_day', one.id, [], { date, count: 1 + more.length }, facts.profile)]
  })
  return [...findingsOfYear(schedule.month, calendar), ...ofReceptions, ...ofOfficials, ...leftOut]
}

/** What is found about one reception among the others of its schedule. */
export function findingsOfReception(
  reception: Reception,
  schedule: MonthSchedule,
  calendar: WorkCalendar,
  facts: ScheduleFacts = {},
): ScheduleFinding[] {
  return found(reception, schedule, calendar, facts, lookOverSchedule(schedule, calendar, facts))
}

function found(
  reception: Reception,
  schedule: MonthSchedule,
  calendar: WorkCalendar,
  facts: ScheduleFacts,
  looked: LookedOver,
): ScheduleFinding[] {
  const { id, officialId, date, from, to } = reception
  const list: ScheduleFinding[] = []
  const tell = (kind: ScheduleFindingKind, params: ScheduleFinding['params'] = {}, other: readonly string[] = []) =>
    list.push(finding(kind, officialId, [id, ...other], params, facts.profile))
  const day = dayKind(date, calendar)
  if (from >= to) tell('hours_order', { from, to })
  if (!date.startsWith(schedule.month)) tell('outside_month', { date })
  if (!day.working) tell('non_working_day', { date, reason: day.reason, day: day.key })
  const official = looked.officials.get(officialId)
  for (const kind of kindFaultsOf(reception, official?.category ?? null, looked.plan.profile)) tell(kind, { date })
  const lost = official === undefined ? null : whyNotHeld(reception, looked)
  // Told whatever else is lost: it stands in the way by itself, and only of days to come.
  if (isAgainstRestriction(reception, facts)) tell('restricted', { date })
  if (lost !== null && lost.code !== 'restricted') tell(lost.code as ScheduleFindingKind, { date })
  for (const other of [...schedule.receptions, ...(facts.others ?? [])]) {
    if (other.id === id || other.date !== date) continue
    const clash = clashOf(reception, other)
    if (clash !== null) tell(clash.kind, clash.params, [other.id])
  }
  return list
}

function clashOf(
  one: Reception,
  other: Reception,
): { kind: ScheduleFindingKind; params: ScheduleFinding['params'] } | null {
  const { date, link } = one
  const overlap = other.from < one.to && one.from < other.to
  if (one.officialId === other.officialId) {
    if (one.kind === 'scheduled' && other.kind === 'scheduled') return { kind: 'same_day', params: { date } }
    return overlap ? { kind: 'official_overlap', params: { date } } : null
  }
  if (!overlap) return null
  if (one.mode === 'video' && other.mode === 'video' && link === other.link && link !== '') {
    return { kind: 'link_overlap', params: { date, link } }
  }
  const room = roomTaken(one)
  return room !== '' && roomTaken(other) === room ? { kind: 'room_overlap', params: { date, room } } : null
}

/** The room in which a reception keeps others out; empty where it is held by video and takes none. */
function roomTaken({ mode, room }: Reception): string {
  return mode === 'video' ? '' : room
}

function findingsOfYear(month: PlainMonth, calendar: WorkCalendar): ScheduleFinding[] {
  const year = Number(month.slice(0, 4))
  const status = statusOfYear(year, calendar)
  return status === 'approved' ? [] : [finding(`year_${status}`, '', [], { year })]
}

function findingsOfOfficials(
  schedule: MonthSchedule,
  officials: readonly Official[],
  profile?: ProfileId,
): ScheduleFinding[] {
  const receiving = new Set(schedule.receptions.map(reception => reception.officialId))
  const idle = officials.filter(official => !receiving.has(official.id))
  const short = monthlyDuty(schedule, officials, profile).filter(line => line.short)
  return [
    ...idle.filter(official => official.rule === null).map(official => finding('without_rule', official.id)),
    ...idle
      .filter(official => official.rule !== null && (official.from === null || official.to === null))
      .map(official => finding('without_hours', official.id)),
    ...short.map(line => finding('no_monthly_reception', line.officialId, [], { month: schedule.month }, profile)),
  ]
}
