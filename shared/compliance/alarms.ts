import { type Moment, partOfDay, type WorkTime } from '../application/working-time.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** Something that falls due, and the day it does. `key` tells it from all others, nothing of a person. */
export interface DueThing {
  readonly key: string
  readonly day: PlainDate
}

/** What a desk was told. */
export interface Told {
  /** When it was last looked at in working time, also before the desk was opened; null: never. */
  readonly last: Moment | null
  /** The keys that were told of, or let pass, since the desk was opened; null: it was just opened. */
  readonly keys: ReadonlySet<string> | null
}

/** What is told now: what has fallen due since the desk last ran, or has just done so. */
export interface Alarm {
  readonly kind: 'while_off' | 'now'
  readonly keys: readonly string[]
}

/**
 * What to tell now and what is told by then. Outside working time (nights, days off, the lunch break) nothing, and nothing is
 * taken as told; else each thing once. The first look after a start sums up what fell due on the days since the last look:
 * what had done so before was told then.
 */
export function alarmNow(
  things: readonly DueThing[],
  told: Told,
  now: Moment,
  work: WorkTime,
): { readonly alarm: Alarm | null; readonly told: Told } {
  if (partOfDay(now, work) !== 'working') return { alarm: null, told }
  const { last, keys } = told
  const fallen = things.filter(({ day }) => day <= now.on)
  const isNew = ({ key, day }: DueThing) => (keys === null ? last === null || day > last.on : !keys.has(key))
  const fresh = [...new Set(fallen.filter(isNew).map(({ key }) => key))]
  const kind = keys === null ? 'while_off' : 'now'
  return {
    alarm: fresh.length === 0 ? null : { kind, keys: fresh },
    told: { last: now, keys: new Set([...(keys ?? []), ...fallen.map(({ key }) => key)]) },
  }
}
