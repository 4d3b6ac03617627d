import { differingFields, idsOfTwins } from './compare.ts'
import type { MonthSchedule, Reception } from './model.ts'
import { inScheduleOrder } from './move.ts'

/** A reception that a draft and the month that stands both changed, each in its own way. Null: it is not there. */
export interface ScheduleCollision {
  readonly id: string
  readonly drafted: Reception | null
  readonly standing: Reception | null
}

/** A draft brought onto the month that stands. */
export interface MergedSchedule {
  /** Where both changed the same reception the draft's is here, until a person has chosen. */
  readonly schedule: MonthSchedule
  /** Ids of receptions both changed, each in its own way. */
  readonly collided: readonly string[]
  /** Ids of receptions that are now as they stand, not as they were when the draft was begun. */
  readonly taken: readonly string[]
}

/**
 * Three-way merge by reception: what the draft did not touch since `base` is as it stands, what it alone touched is as drafted.
 * `base` is the version the draft was begun on, null where none stood; a base that is not known is given as null, so that all
 * that differs is asked about.
 */
export function mergeSchedules(
  base: MonthSchedule | null,
  drafted: MonthSchedule,
  standing: MonthSchedule,
): MergedSchedule {
  const [was, is, stands] = [byId(base && underIdsOf(standing, base)), byId(drafted), byId(standing)]
  const receptions: Reception[] = []
  const collided: string[] = []
  const taken: string[] = []
  for (const id of new Set([...is.keys(), ...stands.keys()])) {
    const [before, own, other] = [was.get(id) ?? null, is.get(id) ?? null, stands.get(id) ?? null]
    const isTouched = !isSame(before, own)
    const hasMoved = !isSame(before, other)
    if (hasMoved && !isTouched) taken.push(id)
    if (hasMoved && isTouched && !isSame(own, other)) collided.push(id)
    const kept = isTouched ? own : other
    if (kept !== null) receptions.push(kept)
  }
  return { schedule: { month: drafted.month, receptions: inScheduleOrder(receptions) }, collided, taken }
}

/** Both sides of the receptions `ids` where they still differ. */
export function collisionsOf(
  ids: readonly string[],
  drafted: MonthSchedule,
  standing: MonthSchedule,
): ScheduleCollision[] {
  const [is, stands] = [byId(drafted), byId(standing)]
  const sides = ids.map(id => ({ id, drafted: is.get(id) ?? null, standing: stands.get(id) ?? null }))
  return sides.filter(one => !isSame(one.drafted, one.standing))
}

/** The draft with these receptions as they stand; one that stands no longer is left out. */
export function takenFrom(standing: MonthSchedule, drafted: MonthSchedule, ids: readonly string[]): MonthSchedule {
  const of = ({ receptions }: MonthSchedule, isTaken: boolean) =>
    receptions.filter(({ id }) => ids.includes(id) === isTaken)
  return { month: drafted.month, receptions: inScheduleOrder([...of(drafted, false), ...of(standing, true)]) }
}

/** A month under the ids of the one that stands, where its receptions are the same by official, day and hour. */
export function underIdsOf(standing: MonthSchedule, schedule: MonthSchedule): MonthSchedule {
  const ids = idsOfTwins(standing, schedule)
  if (ids.size === 0) return schedule
  const receptions = schedule.receptions.map(one => ({ ...one, id: ids.get(one.id) ?? one.id }))
  return { ...schedule, receptions: inScheduleOrder(receptions) }
}

function byId(schedule: MonthSchedule | null): ReadonlyMap<string, Reception> {
  return new Map(schedule?.receptions.map(one => [one.id, one]))
}

function isSame(one: Reception | null, other: Reception | null): boolean {
  return one === null || other === null ? one === other : differingFields(one, other).length === 0
}
