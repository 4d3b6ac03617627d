import type { ProfileId } from '#shared/office/model.ts'
import { addDays, fromDayNumber, type PlainDate } from '#shared/time/plain-date.ts'
import type { StoreClient } from '../../db/client.ts'
import type { ApplicationListRow, PageKey } from '../../db/query-types.ts'

/** As many are read at once. */
const PAGE = 500
/** What came after hours is entered some days before the day it is registered as of: a week of days off at most. */
const ENTERED_BEFORE = 14

/**
 * How many applications of a day or later are handled by another regulation than the one that is to be in force from then:
 * they were told their terms, so their days cannot be given to it afterwards.
 */
export async function countOtherwise(
  store: Pick<StoreClient, 'query'>,
  from: PlainDate,
  profile: ProfileId,
): Promise<number> {
  let count = 0
  let after: PageKey | null = null
  do {
    const filter = { from: addDays(from, -ENTERED_BEFORE) }
    const page: { readonly rows: readonly ApplicationListRow[]; readonly next: PageKey | null } = await store.query(
      'applications.page',
      { filter, after, limit: PAGE },
    )
    count += page.rows.filter(row => isOtherwise(row, from, profile)).length
    after = page.next
  } while (after !== null)
  return count
}

/** Whether a row of that day or later was registered by another regulation; an imported one was by none. */
export function isOtherwise(
  { day, cameOn, profile: own }: Pick<ApplicationListRow, 'day' | 'cameOn' | 'profile'>,
  from: PlainDate,
  profile: ProfileId,
): boolean {
  if (own === null || own === profile || day === 0) return false
  return (cameOn ?? fromDayNumber(day)) >= from
}
