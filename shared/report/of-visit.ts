import { officeDate, officeTime } from '../time/office-time.ts'
import { type PlainDate, weekdayOf } from '../time/plain-date.ts'
import { stoodAt } from '../visit/forwarding.ts'
import { recordOfDay } from '../visit/queue-record.ts'
import type { VisitState } from '../visit/transitions.ts'
import { type Contribution, happened, lastedMinutes } from './contribution.ts'

/** What a visit adds, on its day: that somebody came, how it ended, how long it was waited for and took. */
export function contributionsOfVisit(state: VisitState): Contribution[] {
  const { checkIn, status, arrivedAt, startedAt, finishedAt, forwarded } = state
  if (checkIn === null || arrivedAt === null) return []
  const { day, language } = checkIn
  const official = checkIn.officialId
  const first = forwarded.find(leg => leg.startedAt !== null)?.startedAt ?? startedAt
  return [
    ...happened('came', day, { official, language, hour: hourOf(arrivedAt) }),
    ...(checkIn.outOfTurn ? happened('came_out_of_turn', day, { official }) : []),
    ...(status === 'missed' ? happened('not_come', day, { official }) : []),
    ...(status === 'left' ? happened('left_unreceived', day, { official }) : []),
    ...(status === 'left' && state.calls === 0 ? happened('left_uncalled', day) : []),
    ...firstWaitOf(state, day),
    ...staysOf(state).flatMap(({ officialId, length }) => [
      ...happened('stay', day, { official: officialId }),
      ...happened('stay_length', day, { official: officialId }, length),
    ]),
    ...forwarded.filter(({ helper }) => helper !== null).flatMap(() => happened('helped', day)),
    ...(first === null ? [] : lastedMinutes('minutes_waited', day, arrivedAt, first)),
    ...(startedAt === null || finishedAt === null ? [] : lastedMinutes('minutes_served', day, startedAt, finishedAt)),
  ]
}

function hourOf(arrivedAt: string): string {
  const at = Date.parse(arrivedAt)
  return `${weekdayOf(officeDate(at))} ${Number(officeTime(at).slice(0, 2))}`
}

/** Minutes up to the first call that stood, less what the visitor came too early; nothing of one who was never called. */
function firstWaitOf(state: VisitState, day: PlainDate): Contribution[] {
  const first = recordOfDay([{ state }]).find(({ undone, reason }) => !undone && reason !== 'recall')
  return first === undefined ? [] : happened('first_wait', day, { minutes: String(first.waited) })
}

/** Every stay in a room, in milliseconds: of one who was sent on, each by itself. */
function staysOf(state: VisitState): { officialId: string | null; length: number }[] {
  const sent = state.forwarded.flatMap(({ from, startedAt, at }) =>
    startedAt === null ? [] : [{ officialId: from, length: between(startedAt, at) }],
  )
  const { startedAt, finishedAt } = state
  if (startedAt === null || finishedAt === null) return sent
  return [...sent, { officialId: stoodAt(state, startedAt).officialId, length: between(startedAt, finishedAt) }]
}

function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from))
}
