import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { DueThing } from '#shared/compliance/alarms.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { addDays, fromDayNumber, type PlainDate } from '#shared/time/plain-date.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'

/**
 * What of the open applications falls due, each on its day: the answer on its last day and once more when that is past, what
 * was not put right the day after its time. The first time an office is looked at, all that is late is one sum.
 */
export function dueThings(
  rows: readonly ApplicationListRow[],
  profile: ProfileId,
  calendar: WorkCalendar,
  today: PlainDate,
): DueThing[] {
  return rows.flatMap((row): DueThing[] => {
    if (row.status === 'incomplete' && row.correctBy !== null) {
      return fallen(`correction ${row.id}`, addDays(row.correctBy, 1), today)
    }
    if (row.booking !== null) return []
    const from = row.cameOn ?? fromDayNumber(row.day)
    const by = row.extendedTo ?? getTerm('answer', row.profile ?? profile, from, calendar).by
    return by < today ? fallen(`late ${row.id}`, addDays(by, 1), today) : fallen(`answer ${row.id}`, by, today)
  })
}

function fallen(key: string, day: PlainDate, today: PlainDate): DueThing[] {
  return day <= today ? [{ key, day }] : []
}
