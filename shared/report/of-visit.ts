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
    ...happened('came', day, { official, language }),
    ...(checkIn.outOfTurn ? happened('came_out_of_turn', day, { official }) : []),
    ...(status === 'missed' ? happened('not_come', day, { official }) : []),
    ...(status === 'left' ? happened('left_unreceived', day, { official }) : []),
    ...forwarded.filter(({ helper }) => helper !== null).flatMap(() => happened('helped', day)),
    ...(first === null ? [] : lastedMinutes('minutes_waited', day, arrivedAt, first)),
    ...(startedAt === null || finishedAt === null ? [] : lastedMinutes('minutes_served', day, startedAt, finishedAt)),
  ]
}
