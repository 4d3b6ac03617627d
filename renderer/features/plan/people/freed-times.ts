import { type FreedFor, freedOf } from '#shared/plan/freed.ts'
import type { Plan } from '#shared/plan/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { takenTimes } from './hand-time.ts'
import type { ReceptionLoad } from './people-lists.ts'

/** A time that is free before others of its reception, with who is next for it. */
export interface FreedTime {
  readonly reception: Reception
  readonly time: PlainTime
  readonly next: FreedFor
}

/** More are not looked for at once: each is asked of everybody who waits. */
const MOST = 12

/** Times that came free between or before those that are taken, the earliest first, where somebody may have them (clause 28). */
export function freedTimes(plan: Plan, loads: readonly ReceptionLoad[]): FreedTime[] {
  const freed: FreedTime[] = []
  for (const { reception, booked } of loads) {
    if (reception.date <= plan.today || booked.length === 0) continue
    for (const time of holesOf(reception, booked, plan.lunch)) {
      const [next] = freedOf(plan, reception.id, time)
      if (next !== undefined) freed.push({ reception, time, next })
      if (freed.length === MOST) return freed
    }
  }
  return freed
}

function holesOf(reception: Reception, booked: ReceptionLoad['booked'], lunch: Plan['lunch']): PlainTime[] {
  const times = takenTimes(reception, booked, lunch)
  const last = times.findLastIndex(({ by }) => by !== null)
  return times.slice(0, Math.max(0, last)).flatMap(({ time, by }) => (by === null ? [time] : []))
}
