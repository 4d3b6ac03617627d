import { foldWords } from '../text/fold.ts'
import type { Official } from './model.ts'

type Receiving = Pick<Official, 'id' | 'room' | 'rule' | 'from' | 'to' | 'since' | 'until'>

/**
 * Officials who by their rules may receive in the same room at the same hours of one day. Schedules may still keep them apart,
 * so it is a warning and never a refusal.
 */
export function sharingRoom<T extends Receiving>(official: Receiving, others: readonly T[]): T[] {
  const room = foldWords(official.room)
  if (room === '') return []
  return others.filter(
    one =>
      one.id !== official.id &&
      foldWords(one.room) === room &&
      haveCommonDay(official.rule, one.rule) &&
      overlap(official.from, official.to, one.from, one.to) &&
      haveCommonTerm(official, one),
  )
}

/** Both in the post on some day; an end that is not said is open. */
function haveCommonTerm(one: Receiving, other: Receiving): boolean {
  const begins = (a: Receiving, b: Receiving) => a.since === null || b.until === null || a.since <= b.until
  return begins(one, other) && begins(other, one)
}

/** Hours that are not said meet none: there is no reception then. */
function overlap(from: string | null, to: string | null, otherFrom: string | null, otherTo: string | null): boolean {
  if (from === null || to === null || otherFrom === null || otherTo === null) return false
  return from < otherTo && otherFrom < to
}

/** Whether two rules can name one day: the last such weekday of a month may be its fourth. */
function haveCommonDay(rule: Receiving['rule'], other: Receiving['rule']): boolean {
  if (rule === null || other === null) return false
  if (rule === 'daily' || other === 'daily') return true
  const [week, day] = rule.split('_')
  const [otherWeek, otherDay] = other.split('_')
  if (day !== otherDay) return false
  const weeks = new Set([week, otherWeek])
  return weeks.size === 1 || weeks.has('every') || (weeks.has('fourth') && weeks.has('last'))
}
