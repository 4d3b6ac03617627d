import type { MonthSchedule, Reception, ReceptionKind, ScheduleChange } from './model.ts'

/** What of a reception two versions may tell differently; the word is `schedule.field.<field>` in locales/. */
export const COMPARED_FIELDS = [
  'official',
  'date',
  'hours',
  'room',
  'kind',
  'mode',
  'slots',
  'capacity',
  'instruction',
  'meeting',
] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** One difference between two versions of a month. A reception on another day is `changed` with the field `date`. */
export type ScheduleDifference =
  | { readonly what: 'added'; readonly before: null; readonly after: Reception }
  | { readonly what: 'dropped'; readonly before: Reception; readonly after: null }
  | {
      readonly what: 'changed'
      readonly before: Reception
      readonly after: Reception
      readonly fields: readonly ComparedField[]
    }

/**
 * What makes `after` of `before`, by date. Receptions are the same by id, else (a month proposed anew) by official, day and
 * hour. Why a reception was moved is no difference of its own.
 */
export function compareSchedules(before: MonthSchedule, after: MonthSchedule): ScheduleDifference[] {
  const rest = new Map(after.receptions.map(one => [one.id, one]))
  const byId = before.receptions.map(one => [one, rest.get(one.id) ?? null] as const)
  for (const [one] of byId) rest.delete(one.id)
  const found = byId.flatMap(([one, twin]): ScheduleDifference[] => {
    const same = twin ?? [...rest.values()].find(other => placeOf(other) === placeOf(one)) ?? null
    if (same === null) return [{ what: 'dropped', before: one, after: null }]
    rest.delete(same.id)
    const fields = differingFields(one, same)
    return fields.length === 0 ? [] : [{ what: 'changed', before: one, after: same, fields }]
  })
  const added = [...rest.values()].map(one => ({ what: 'added', before: null, after: one }) as const)
  const dayOf = ({ before: was, after: is }: ScheduleDifference) => `${(is ?? was).date} ${(is ?? was).from}`
  return [...found, ...added].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
}

/** What two receptions tell differently, in the order of `COMPARED_FIELDS`. */
export function differingFields(one: Reception, other: Reception): ComparedField[] {
  return COMPARED_FIELDS.filter(field => fieldOf(one, field) !== fieldOf(other, field))
}

/**
 * Ids of `before` by those of `after` for receptions that are the same by official, day and hour: under another id whoever is
 * booked on one would lose it.
 */
export function idsOfTwins(before: MonthSchedule, after: MonthSchedule): ReadonlyMap<string, string> {
  const kept = new Set(after.receptions.map(({ id }) => id))
  const known = new Set(before.receptions.map(({ id }) => id))
  const rest = new Map(before.receptions.flatMap(one => (kept.has(one.id) ? [] : [[placeOf(one), one.id] as const])))
  return new Map(
    after.receptions.flatMap(one => {
      const twin = known.has(one.id) ? undefined : rest.get(placeOf(one))
      return twin === undefined ? [] : [[one.id, twin] as const]
    }),
  )
}

/** Receptions of `differences` on which whoever is booked no longer has the time told: gone, or at another time or before another. */
export function unsettledBy(differences: readonly ScheduleDifference[]): Reception[] {
  return differences.flatMap(one => {
    if (one.what === 'dropped') return [one.before]
    if (one.what === 'added') return []
    return one.fields.some(field => UNSETTLING.has(field)) ? [one.before] : []
  })
}

const UNSETTLING: ReadonlySet<ComparedField> = new Set(['official', 'date', 'hours', 'mode', 'slots', 'capacity'])

const REASONS: Partial<Record<ReceptionKind, ScheduleChange['code']>> = {
  off_schedule: 'instruction',
  after_meeting: 'meeting',
  same_day: 'same_day',
}

/**
 * By which reasons the differences may be entered without a new approval (clauses 3, 6, 8): all of them concern receptions
 * that the approved schedule does not carry. None where one of the schedule's own is added, changed or left out.
 */
export function reasonsWithoutApproval(differences: readonly ScheduleDifference[]): ScheduleChange['code'][] {
  const kinds = differences.flatMap(({ before, after }) =>
    [before?.kind, after?.kind].filter(kind => kind !== undefined),
  )
  const reasons = kinds.map(kind => REASONS[kind])
  return reasons.some(one => one === undefined) ? [] : [...new Set(reasons.filter(one => one !== undefined))]
}

function placeOf({ officialId, date, from }: Reception): string {
  return `${officialId} ${date} ${from}`
}

function fieldOf(one: Reception, field: ComparedField): string | number | null {
  switch (field) {
    case 'official':
      return one.officialId
    case 'hours':
      return `${one.from} ${one.to}`
    case 'mode':
      return `${one.mode} ${one.link}`
    case 'slots':
      return `${one.slot} ${one.buffer}`
    case 'instruction':
    case 'meeting':
      return JSON.stringify(one[field])
    default:
      return one[field]
  }
}
