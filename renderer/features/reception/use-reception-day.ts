import { useMemo, useState } from 'react'
import { PROMISE, RECALL } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import { PlainDate, type PlainTime } from '#shared/time/plain-date.ts'
import { type Slots, type StandingWait, standingWaits, waitOfNewcomer } from '#shared/visit/line-waits.ts'
import type { LineRule } from '#shared/visit/queue.ts'
import type { RecallRule } from '#shared/visit/recall.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { ALL, ANYONE, findNext, inLine, inOrderShown, type LineId, lineOf } from './line.ts'
import { useSlots } from './line-slots.ts'
import { type HelperHere, useHelpersOfDay } from './use-helpers-of-day.ts'
import { type OwnerOf, useLineOwners } from './use-line-owners.ts'

/** The day as the screen shows it. */
export interface ReceptionDay {
  /** An earlier day: what was left of it is ended, nothing else is done. */
  readonly isOver: boolean
  /** The day that is shown. */
  readonly today: PlainDate
  readonly now: PlainTime
  /** By which the line is called: the clock, and the office's promise. */
  readonly rule: LineRule
  /** What is to be said of the wait: of each visitor who waits, by id, and of who would come now. */
  readonly waits: ReadonlyMap<string, StandingWait>
  readonly newcomer: StandingWait
  /** How the office calls again. */
  readonly recall: RecallRule
  /** Minutes for one visitor of each official who receives on the day. */
  readonly slots: Slots
  readonly officials: readonly Official[]
  /** Who helps visitors on the day. */
  readonly helpers: readonly HelperHere[]
  /** Everybody who came, and those of the chosen line in the order shown. */
  readonly visits: readonly VisitRow[]
  readonly shown: readonly VisitRow[]
  readonly line: LineId
  readonly setLine: (line: LineId) => void
  readonly next: VisitRow | null
  readonly ownerOf: OwnerOf
  /** The room a visitor is called to; empty where nobody has said it. */
  readonly roomFor: (visit: VisitRow) => string
  readonly setRoom: (line: LineId, room: string) => void
}

/** Visitors of today, or of the earlier day that is asked for, live; undefined until the store has answered. */
export function useReceptionDay(asked: string | undefined): ReceptionDay | undefined {
  const current = useToday()
  const earlier = PlainDate.safeParse(asked)
  const isOver = earlier.success && earlier.data < current
  const today = isOver ? earlier.data : current
  const now = useOfficeTime()
  const params = useMemo(() => ({ day: today }), [today])
  const visits = useRows('visits.day', params)
  const officials = useOfficials()
  const helpers = useHelpersOfDay(today)
  const office = useOffice()
  const promise = office?.promise ?? PROMISE
  const rule = useMemo(() => ({ now, promise }), [now, promise])
  const slots = useSlots(today)
  const ownerOf = useLineOwners(today)
  const [line, setLine] = useState<LineId>(ALL)
  const [rooms, setRooms] = useState<Readonly<Record<LineId, string>>>({})
  const shown = useMemo(() => inOrderShown(inLine(visits ?? [], line), rule), [visits, line, rule])
  const waits = useMemo(() => standingWaits(visits ?? [], rule, slots), [visits, rule, slots])
  if (visits === undefined || officials === undefined) return undefined
  const roomFor = (visit: VisitRow) => {
    const own = lineOf(visit)
    return (rooms[own] ?? (own === ANYONE ? '' : (officials.find(({ id }) => id === own)?.room ?? ''))).trim()
  }
  return {
    isOver,
    today,
    now,
    rule,
    waits,
    newcomer: waitOfNewcomer(inLine(visits, line), rule, slots),
    recall: office ?? RECALL,
    slots,
    officials,
    helpers,
    visits,
    shown,
    line,
    setLine,
    next: isOver ? null : findNext(line === ALL ? ownLines(visits, ownerOf) : visits, line, rule),
    ownerOf,
    roomFor,
    setRoom: (one, room) => setRooms({ ...rooms, [one]: room }),
  }
}

/** Who of all lines is called next is of those this desk calls from. */
function ownLines(visits: readonly VisitRow[], ownerOf: OwnerOf): VisitRow[] {
  return visits.filter(visit => ownerOf(lineOf(visit)) === null)
}
