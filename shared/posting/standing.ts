import type { Office } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import type { PostingPlace } from '../schedule/model.ts'
import type { ApprovedSchedule, Posted, ScheduleState } from '../schedule/transitions.ts'
import { markOf, publicMonth } from './public-schedule.ts'

/** What a schedule is told with: the directory and the office as they are now. */
export interface PublicWith {
  readonly officials: readonly Official[]
  readonly office: Office
}

/** A version with its number from 1 and the mark its sheet carries. */
export interface MarkedVersion {
  readonly number: number
  readonly mark: string
  readonly version: ApprovedSchedule
}

/**
 * How a place stands: never posted; what hangs there says what the standing version says; or it hangs an old one. A later
 * version that differs in what is not public only (a reception outside the schedule) leaves what hangs true.
 */
export interface PlaceStand {
  readonly where: PostingPlace
  readonly state: 'never' | 'stands' | 'old'
  /** The last posting there and the number of the version posted; null: never. */
  readonly last: (Posted & { readonly number: number }) | null
}

/** Every version of a month with its mark, oldest first. */
export function markedVersions({ versions }: ScheduleState, { officials, office }: PublicWith): MarkedVersion[] {
  return versions.map((version, index) => ({
    number: index + 1,
    mark: markOf(publicMonth(version, officials, office).digest),
    version,
  }))
}

/** What hangs where, of the places asked for (clause 7: room and site; KZ-2026 rule 19: the centre too). */
export function placesOf(marked: readonly MarkedVersion[], places: readonly PostingPlace[]): PlaceStand[] {
  const standing = marked.at(-1)
  return places.map(where => {
    const [last] = marked
      .flatMap(one => one.version.posted.filter(post => post.where === where).map(post => ({ ...post, one })))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
    if (last === undefined) return { where, state: 'never', last: null }
    const { one, ...post } = last
    return { where, state: one.mark === standing?.mark ? 'stands' : 'old', last: { ...post, number: one.number } }
  })
}

/** What a mark read off a posted sheet says: the version that stands, an old one, or none of this month. */
export function readMark(
  typed: string,
  marked: readonly MarkedVersion[],
): { readonly state: 'stands' | 'old' | 'unknown'; readonly number: number } {
  const mark = typed.toLowerCase().replace(/[^0-9a-f]/g, '')
  const found = marked.findLast(one => one.mark.replace('-', '') === mark)
  if (found === undefined) return { state: 'unknown', number: 0 }
  return { state: found.mark === marked.at(-1)?.mark ? 'stands' : 'old', number: found.number }
}
