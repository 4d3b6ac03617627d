import { entityId } from '../change/action.ts'
import { markedVersions, type PublicWith, placesOf } from '../posting/standing.ts'
import { profileOf } from '../regulation/profile.ts'
import type { PostingPlace } from '../schedule/model.ts'
import type { ScheduleState } from '../schedule/transitions.ts'
import { type PlainDate, rangeOfMonth } from '../time/plain-date.ts'
import type { Check } from './facts.ts'
import type { CheckedRecord, Duty, Why } from './model.ts'
import { recordOf } from './record.ts'
import { monthsOf } from './schedule-checks.ts'

const DUTY = { room: 'posted_room', site: 'posted_site', center: 'posted_center' } as const satisfies Record<
  PostingPlace,
  Duty
>

/**
 * An approved schedule hangs in every place the act names, and what hangs is what stands (clause 7, point 19). The act sets
 * no day for it: what is not posted yet is due while the month lasts. What was posted after its month is over was not read by
 * anybody it was for, and a change made after it leaves what hung true.
 */
export const postings: Check = (facts, asked) =>
  monthsOf(facts, asked).flatMap(({ month, state }) => {
    if (state?.approved == null) return []
    const { from, to } = rangeOfMonth(month)
    const isOver = asked.today > to
    return placesWithin(state, to, profileOf(asked.profile).schedule.postedIn, facts).map(stand => {
      const about = { duty: DUTY[stand.where], day: from, month, entity: entityId('schedule', month) }
      return recordOf({ ...about, on: stand.last?.on ?? null, ...judged(stand.state, isOver) })
    })
  })

function judged(
  stand: ReturnType<typeof placesOf>[number]['state'],
  isOver: boolean,
): Pick<CheckedRecord, 'state'> & { readonly why: Why | null } {
  if (stand === 'stands') return { state: 'kept', why: null }
  if (stand === 'old') return { state: 'broken', why: 'old_posted' }
  return isOver ? { state: 'broken', why: 'not_posted' } : { state: 'due', why: null }
}

/** What hung where on the last day of a month: later postings and later versions are left out. */
function placesWithin(state: ScheduleState, to: PlainDate, places: readonly PostingPlace[], known: PublicWith) {
  const stood = state.versions.filter(({ on }) => on <= to)
  const versions = (stood.length > 0 ? stood : state.versions).map(version => ({
    ...version,
    posted: version.posted.filter(({ on }) => on <= to),
  }))
  return placesOf(markedVersions({ ...state, versions }, known), places)
}
