import { entityId } from '#shared/change/action.ts'
import { datesWithoutReception, receptionDays } from '#shared/reception-helper/days.ts'
import type { Helper } from '#shared/reception-helper/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { OpenDesk } from './open-desk.ts'

/**
 * A volunteer comes on reception days only (clause 16, KZ-2026 rule 28): throws `helper.no_reception` with the first of the
 * dates from today on that has none. What has passed stays as it was.
 */
export async function demandReceptionDays(desk: OpenDesk, helper: Helper, today: PlainDate): Promise<void> {
  const dates = helper.days.dates.filter(date => date >= today)
  const months = new Set(dates.map(date => date.slice(0, 7)))
  const schedules = await Promise.all(
    [...months].map(async month => foldSchedule(await readableActionsOf(desk.journal, entityId('schedule', month)))),
  )
  const [date] = datesWithoutReception({ ...helper, days: { dates, weekdays: [] } }, receptionDays(schedules))
  if (date !== undefined) throw new ExpectedError('helper.no_reception', { date })
}
