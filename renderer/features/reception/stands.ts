import { inOffice } from '#shared/official/post.ts'
import { isSameStand, type Stand, standOf } from '#shared/visit/forwarding.ts'
import { type StandingWait, waitOfNewcomer } from '#shared/visit/line-waits.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { ANYONE, inLine, type LineId, waitingByLine } from './line.ts'
import type { ReceptionDay } from './use-reception-day.ts'

/** A line a visitor may stand in, with how many wait there and how long one who came now would. */
export interface StandOffered extends Stand {
  /** Of the list of choices. */
  readonly value: string
  readonly waiting: number
  readonly wait: StandingWait
}

type Known = Pick<ReceptionDay, 'visits' | 'officials' | 'helpers' | 'rule' | 'slots' | 'today'>

/** Every line of the day: of helpers and unit heads, of each helper who is here, of each official in the post. */
export function standsOf(day: Known): StandOffered[] {
  const { visits, rule, slots, helpers, officials, today } = day
  const waiting = waitingByLine(visits)
  const stand = (line: LineId, value: string, given: Stand): StandOffered => {
    const own = inLine(visits, line)
    const wait = waitOfNewcomer(own, rule, own.length === 0 ? slotOnly(slots.get(given.officialId)) : slots)
    return { ...given, value, waiting: waiting.get(line) ?? 0, wait }
  }
  return [
    stand(ANYONE, ANYONE, { officialId: null, helper: null }),
    ...helpers.map(({ id }) => stand(ANYONE, id, { officialId: null, helper: id })),
    ...inOffice(officials, today).map(({ id }) => stand(id, id, { officialId: id, helper: null })),
  ]
}

/** Where a visitor may be sent on to: everywhere but where they stand. */
export function standsFor({ state }: VisitRow, day: Known): StandOffered[] {
  const here = standOf(state)
  return standsOf(day).filter(there => here === null || !isSameStand(here, there))
}

/** Where one would wait the shortest now, of lines that receive today; null where there is nothing to choose between. */
export function shortestOf(offered: readonly StandOffered[], receiving: ReadonlySet<LineId>): StandOffered | null {
  const open = offered.filter(({ officialId, helper }) => helper === null && receiving.has(officialId ?? ANYONE))
  if (open.length < 2) return null
  return open.reduce((best, one) => (isShorter(one, best) ? one : best))
}

/** The lines of a day: of whoever receives by the schedule, or was come to. */
export function receivingOf({ visits, slots }: Pick<ReceptionDay, 'visits' | 'slots'>): Set<LineId> {
  const scheduled = [...slots.keys()].map(id => id ?? ANYONE)
  return new Set([...scheduled, ...visits.map(({ state }) => state.checkIn?.officialId ?? ANYONE)])
}

function isShorter({ wait: a, waiting }: StandOffered, { wait: b, waiting: others }: StandOffered): boolean {
  return a.range.to !== b.range.to ? a.range.to < b.range.to : waiting < others
}

function slotOnly(slot: number | undefined): ReadonlyMap<string | null, number> {
  return slot === undefined ? new Map() : new Map([[null, slot]])
}
