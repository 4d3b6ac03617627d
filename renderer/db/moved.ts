import { type Change, sinceOf } from '#shared/change/project.ts'
import { dayOf, type Mark, marksOf } from '#shared/change/project-view.ts'

/** What one fold changed: a live query is asked again only where that is its own. */
export interface Moved {
  /** Entities as they were and as they became. */
  readonly changes: readonly Change[]
  /** Days whose counts changed. */
  readonly days: readonly number[]
  /** Days whose figures by event changed. */
  readonly figures: readonly number[]
  /** A day got its first application or lost its last. */
  readonly calendar: boolean
  readonly attentions: boolean
  readonly totals: boolean
}

/** Whether an entity of these nouns changed. */
export function movedNoun(...nouns: readonly string[]): (moved: Moved) => boolean {
  return ({ changes }) => changes.some(({ after: { id } }) => nouns.includes(id.slice(0, id.indexOf(':'))))
}

/** Whether this very entity changed, or one whose id begins so. */
export function movedFrom({ changes }: Moved, start: string): boolean {
  return changes.some(({ after }) => after.id.startsWith(start))
}

/** Whether an application changed that stands within these days, both included, or stood there. */
export function movedDay({ changes }: Moved, from: number, to: number): boolean {
  return someSide({ changes }, ({ view }) => {
    const day = dayOf(view)
    return day !== null && day >= from && day <= to
  })
}

/** Whether an application changed that waits for this, or did. */
export function movedMark(moved: Moved, mark: Mark): boolean {
  return someSide(moved, ({ view }) => marksOf(view).includes(mark))
}

/** Whether an entity of a noun changed that was begun on this day. */
export function movedSince(moved: Moved, noun: string, day: string): boolean {
  return someSide(moved, record => record.id.startsWith(`${noun}:`) && sinceOf(record) === day)
}

function someSide({ changes }: Pick<Moved, 'changes'>, is: (record: Change['after']) => boolean): boolean {
  return changes.some(({ before, after }) => is(after) || (before !== null && is(before)))
}
