import type { Absence } from '#shared/absence/model.ts'
import type { Official } from '#shared/official/model.ts'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { lightOf, type WaitLight } from '#shared/visit/expected-wait.ts'
import type { StandingWait } from '#shared/visit/line-waits.ts'
import { orderOfLine } from '#shared/visit/queue.ts'
import { isInHouse } from '#shared/visit/transitions.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { ANYONE, findNext, inLine, type LineId, minutesBetween } from './line.ts'
import { receivingOf, standsOf } from './stands.ts'
import type { LineOwner } from './use-line-owners.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { VisitAct } from './visit-acts.ts'

/** How many of those who come next a lane names: a runner fetches no more at once. */
export const NAMED_NEXT = 5

/** A line of the day as the board shows it. */
export interface BoardLine {
  readonly line: LineId
  /** Null: the line of helpers and unit heads. */
  readonly official: Official | null
  readonly room: string
  readonly state: 'free' | 'called' | 'served' | 'absent'
  /** Those who are called or inside, the longest first. */
  readonly inside: readonly VisitRow[]
  /** Minutes since the first of them was called or came in; null where nobody is. */
  readonly minutes: number | null
  readonly waiting: number
  /** The first of those who wait, in the order in which they are called. */
  readonly next: readonly VisitRow[]
  /** How long one who came now would wait, and the worst that stands against the promise. */
  readonly wait: StandingWait
  readonly light: WaitLight
  /** The other desk that calls from it; null: this one may. */
  readonly owner: LineOwner | null
  /** What the Enter key does, and with whom; null: nothing is to be done here. */
  readonly act: { readonly act: Extract<VisitAct, 'call' | 'start' | 'finish'>; readonly visit: VisitRow } | null
}

/** The lines of a day, the officials in the order of the directory, the helpers' line last; only lines of whoever receives or was come to. */
export function boardOf(day: ReceptionDay, absent: ReadonlySet<string>): BoardLine[] {
  const receiving = receivingOf(day)
  const stands = standsOf(day).filter(({ helper }) => helper === null)
  const ids = [...day.officials.map(({ id }) => id), ANYONE].filter(id => receiving.has(id))
  return ids.flatMap(line => {
    const stand = stands.find(({ officialId }) => (officialId ?? ANYONE) === line)
    return [boardLine(day, line, stand?.wait ?? day.newcomer, absent)]
  })
}

function boardLine(day: ReceptionDay, line: LineId, wait: StandingWait, absent: ReadonlySet<string>): BoardLine {
  const own = inLine(day.visits, line)
  const order = orderOfLine(own, day.rule)
  const inside = own
    .filter(({ state }) => state.status === 'called' || state.status === 'served')
    .sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : 1))
  const [first] = inside
  const official = day.officials.find(({ id }) => id === line) ?? null
  const isServed = inside.some(({ state }) => state.status === 'served')
  const state = isServed ? 'served' : first !== undefined ? 'called' : absent.has(line) ? 'absent' : 'free'
  const since = first === undefined ? '' : sinceOf(first)
  return {
    line,
    official,
    room: first?.state.call?.room ?? official?.room ?? '',
    state,
    inside,
    minutes: since === '' ? null : minutesBetween(officeTime(Date.parse(since)), day.now),
    waiting: order.length,
    next: order.slice(0, NAMED_NEXT).flatMap(({ id }) => own.find(one => one.id === id) ?? []),
    wait,
    light: worstOf([
      lightOf(0, wait.range, day.rule.promise),
      ...order.flatMap(({ id }) => day.waits.get(id)?.light ?? []),
    ]),
    owner: day.ownerOf(line),
    act: actOf(day, line, inside),
  }
}

/** Of those inside first who was called, then who is received; where nobody is, the first of the line is called. */
function actOf(day: ReceptionDay, line: LineId, inside: readonly VisitRow[]): BoardLine['act'] {
  const called = inside.find(({ state }) => state.status === 'called')
  if (called !== undefined) return { act: 'start', visit: called }
  const served = inside.find(({ state }) => state.status === 'served')
  if (served !== undefined && line !== ANYONE) return { act: 'finish', visit: served }
  const next = day.ownerOf(line) === null ? findNext(day.visits, line, day.rule) : null
  if (next !== null) return { act: 'call', visit: next }
  return served === undefined ? null : { act: 'finish', visit: served }
}

const LIGHTS: readonly WaitLight[] = ['green', 'amber', 'red']

function worstOf(lights: readonly WaitLight[]): WaitLight {
  return LIGHTS[Math.max(0, ...lights.map(one => LIGHTS.indexOf(one)))] ?? 'green'
}

function sinceOf({ state }: VisitRow): string {
  return (state.status === 'served' ? state.startedAt : state.call?.at) ?? ''
}

/** Officials who are not there on a day, as it was told (clause 15; KZ-2026 rule 26). */
export function absentOn(
  day: PlainDate,
  told: readonly { readonly status: string; readonly absence: Absence | null }[],
): Set<string> {
  return new Set(
    told.flatMap(({ status, absence }) =>
      status === 'standing' && absence?.missing.kind === 'official' && absence.from <= day && day <= absence.to
        ? [absence.missing.id]
        : [],
    ),
  )
}

/** Everybody who came and neither left nor was received, in the order in which they came: a number, the room, since when. */
export function peopleInHouse(visits: readonly VisitRow[]): VisitRow[] {
  return visits
    .filter(({ state }) => isInHouse(state.status) || state.status === 'missed')
    .sort((a, b) => ((a.state.arrivedAt ?? '') < (b.state.arrivedAt ?? '') ? -1 : 1))
}
