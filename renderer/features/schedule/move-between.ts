import type { WorkCalendar } from '#shared/calendar/model.ts'
import { fail, ok, type Result } from '#shared/result/result.ts'
import { inScheduleOrder, moveBetween } from '#shared/schedule/move.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { agreeTo, leaveOut, type MonthDraft, moveByHand } from './month-draft.ts'

/**
 * Drafts of several months with one reception on another day, also of another month of them. There it is a reception of its own
 * (`newId`): whoever is booked on it stands among those to call, as the one told of is gone. Errors:
 * `schedule.reception_not_found`, `schedule.outside_month`, `schedule.same_day`.
 */
export function moveBetweenMonths(
  drafts: readonly MonthDraft[],
  { id, date, newId }: { readonly id: string; readonly date: PlainDate; readonly newId: string },
  calendar: WorkCalendar,
): Result<readonly MonthDraft[]> {
  const from = drafts.find(({ schedule }) => schedule.receptions.some(one => one.id === id))
  const reception = from?.schedule.receptions.find(one => one.id === id)
  if (from === undefined || reception === undefined) return fail('schedule.reception_not_found')
  const to = drafts.find(({ schedule }) => date.startsWith(schedule.month))
  if (to === undefined) return fail('schedule.outside_month', { date })
  if (to === from) {
    const moved = moveByHand(from, id, date, calendar)
    return moved.ok ? ok(drafts.map(one => (one === from ? moved.value : one))) : moved
  }
  const { receptions } = to.schedule
  if (receptions.some(one => one.officialId === reception.officialId && one.date === date)) {
    return fail('schedule.same_day', { date })
  }
  const moved = moveBetween(reception.moved?.from ?? reception.date, date, calendar)
  const schedule = {
    ...to.schedule,
    receptions: inScheduleOrder([...receptions, { ...reception, id: newId, date, moved }]),
  }
  const given = agreeTo({ ...to, schedule }, [newId])
  return ok(drafts.map(one => (one === from ? leaveOut(from, id) : one === to ? given : one)))
}
