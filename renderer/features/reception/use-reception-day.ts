import { useMemo, useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import { PlainDate, type PlainTime } from '#shared/time/plain-date.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { ALL, ANYONE, findNext, inLine, inOrderShown, type LineId, lineOf } from './line.ts'

/** The day as the screen shows it. */
export interface ReceptionDay {
  /** An earlier day: what was left of it is ended, nothing else is done. */
  readonly isOver: boolean
  /** The day that is shown. */
  readonly today: PlainDate
  readonly now: PlainTime
  readonly officials: readonly Official[]
  /** Everybody who came, and those of the chosen line in the order shown. */
  readonly visits: readonly VisitRow[]
  readonly shown: readonly VisitRow[]
  readonly line: LineId
  readonly setLine: (line: LineId) => void
  readonly next: VisitRow | null
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
  const [line, setLine] = useState<LineId>(ALL)
  const [rooms, setRooms] = useState<Readonly<Record<LineId, string>>>({})
  const shown = useMemo(() => inOrderShown(inLine(visits ?? [], line), now), [visits, line, now])
  if (visits === undefined || officials === undefined) return undefined
  const roomFor = (visit: VisitRow) => {
    const own = lineOf(visit)
    return (rooms[own] ?? (own === ANYONE ? '' : (officials.find(({ id }) => id === own)?.room ?? ''))).trim()
  }
  return {
    isOver,
    today,
    now,
    officials,
    visits,
    shown,
    line,
    setLine,
    next: isOver ? null : findNext(visits, line, now),
    roomFor,
    setRoom: (one, room) => setRooms({ ...rooms, [one]: room }),
  }
}
