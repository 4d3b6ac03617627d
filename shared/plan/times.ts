import type { Reception } from '../schedule/model.ts'
import { minutesOf, PlainTime } from '../time/plain-date.ts'
import type { Lunch } from './model.ts'

type Timed = Pick<Reception, 'from' | 'to' | 'slot' | 'buffer' | 'capacity'>

/**
 * Times at which visitors of a reception begin, in order: every slot with its buffer, the last one ended by the end of the
 * reception. A slot that would reach into lunch begins after it. None where the hours are the wrong way round.
 */
export function timesOf({ from, to, slot, buffer }: Timed, lunch: Lunch | null = null): PlainTime[] {
  const times: PlainTime[] = []
  const end = minutesOf(to)
  const [lunchFrom, lunchTo] = lunch === null ? [end, end] : [minutesOf(lunch.from), minutesOf(lunch.to)]
  for (let start = minutesOf(from); start + slot <= end; ) {
    if (start < lunchTo && lunchFrom < start + slot) {
      start = lunchTo
      continue
    }
    times.push(timeOf(start))
    start += slot + buffer
  }
  return times
}

/** How many applications a reception takes: as it says, else as many as there are times. */
export function capacityOf(reception: Timed, lunch: Lunch | null = null): number {
  return reception.capacity ?? timesOf(reception, lunch).length
}

/** Minutes since midnight as a time. Throws outside of a day. */
export function timeOf(minutes: number): PlainTime {
  const two = (part: number) => String(part).padStart(2, '0')
  return PlainTime.parse(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
}
