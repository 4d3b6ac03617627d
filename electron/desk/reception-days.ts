import { entityId, type Intent } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { datesWithoutReception, receptionDays } from '#shared/reception-helper/days.ts'
import type { Helper } from '#shared/reception-helper/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { foldSchedule, type ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { OpenDesk } from './open-desk.ts'

/**
 * A volunteer comes on reception days only (clause 16, KZ-2026 rule 28): throws `helper.no_reception` with the first of the
 * dates from today on that has none. What has passed stays as it was. `beside`: acts done in the same press, whose schedules
 * count as they will stand.
 */
export async function demandReceptionDays(
  desk: OpenDesk,
  helper: Helper,
  today: PlainDate,
  beside: readonly Intent[],
): Promise<void> {
  const dates = helper.days.dates.filter(date => date >= today)
  const months = new Set(dates.map(date => date.slice(0, 7)))
  const schedules = await Promise.all(
    [...months].map(async month => {
      const entity = entityId('schedule', month)
      const stands = foldSchedule(await readableActionsOf(desk.journal, entity))
      const act = beside.find(one => one.entity === entity)
      return act === undefined ? stands : withAct(stands, act)
    }),
  )
  const [date] = datesWithoutReception({ ...helper, days: { dates, weekdays: [] } }, receptionDays(schedules))
  if (date !== undefined) throw new ExpectedError('helper.no_reception', { date })
}

type Stands = Pick<ScheduleState, 'approved' | 'draft'>

/** A month as an act will leave it. What is drafted is no day of reception while another version stands. */
function withAct(stands: Stands, { type, body }: Intent): Stands {
  switch (type) {
    case 'schedule.approved':
    case 'schedule.changed':
      return { approved: null, draft: ACTION_TYPES[type].body.parse(body).schedule }
    case 'schedule.drafted':
      return { ...stands, draft: ACTION_TYPES[type].body.parse(body).schedule }
    default:
      return stands
  }
}
