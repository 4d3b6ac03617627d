import { z } from 'zod'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { Official } from '#shared/official/model.ts'
import { ok, type Result } from '#shared/result/result.ts'
import { idsOfTwins } from '#shared/schedule/compare.ts'
import { MonthSchedule, type Reception } from '#shared/schedule/model.ts'
import { inScheduleOrder, moveBetween, moveReception } from '#shared/schedule/move.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'

/** A month under work: its receptions, and which moved ones a person has looked at and agreed to. */
export const MonthDraft = z.strictObject({ schedule: MonthSchedule, agreed: z.array(z.string()) })
export type MonthDraft = z.infer<typeof MonthDraft>

/** A month proposed by the rules of the officials; nothing moved is agreed to yet. */
export function proposedMonth(month: PlainMonth, officials: readonly Official[], calendar: WorkCalendar): MonthDraft {
  const newId = () => crypto.randomUUID()
  const { schedule } = proposeSchedule({ month, officials, calendar, newId })
  return { schedule, agreed: [] }
}

/** What the journal holds of the month: its draft, else the approved one; what stands there was agreed to. */
export function keptMonth(state: ScheduleState | null): MonthDraft | null {
  const schedule = state?.draft ?? state?.approved?.schedule ?? null
  return schedule === null ? null : { schedule, agreed: schedule.receptions.map(one => one.id) }
}

/** A draft under the ids of the approved schedule: of two proposals of one month one was approved, and people are booked on it. */
export function underStandingIds(draft: MonthDraft, state: ScheduleState | null): MonthDraft {
  const ids = state?.approved ? idsOfTwins(state.approved.schedule, draft.schedule) : null
  if (ids === null || ids.size === 0) return draft
  const idOf = (id: string) => ids.get(id) ?? id
  const receptions = inScheduleOrder(draft.schedule.receptions.map(one => ({ ...one, id: idOf(one.id) })))
  return { schedule: { ...draft.schedule, receptions }, agreed: draft.agreed.map(idOf) }
}

/** Receptions that stand on another day than their rule gives and that nobody has agreed to. */
export function openMoves(draft: MonthDraft): Reception[] {
  return draft.schedule.receptions.filter(one => one.moved !== null && !draft.agreed.includes(one.id))
}

/** Agrees to one moved reception, or to all. */
export function agreeTo(draft: MonthDraft, ids: readonly string[]): MonthDraft {
  return { ...draft, agreed: [...new Set([...draft.agreed, ...ids])] }
}

/** Moves a reception by hand, which agrees to it. Errors: those of `moveReception`. */
export function moveByHand(draft: MonthDraft, id: string, date: PlainDate, calendar: WorkCalendar): Result<MonthDraft> {
  const moved = moveReception(draft.schedule, id, date, calendar)
  return moved.ok ? ok(agreeTo({ ...draft, schedule: moved.value.schedule }, [id])) : moved
}

/**
 * Puts a reception of the form into the month: a new one, or in place of the one of its id. What a person set is agreed to;
 * the day of its rule is kept as by a move.
 */
export function putReception(draft: MonthDraft, reception: Reception, calendar: WorkCalendar): MonthDraft {
  const before = draft.schedule.receptions.find(one => one.id === reception.id) ?? null
  const ruleDay = before === null ? reception.date : (before.moved?.from ?? before.date)
  const isSame = before?.date === reception.date
  const moved = isSame ? before.moved : moveBetween(ruleDay, reception.date, calendar)
  const others = draft.schedule.receptions.filter(one => one.id !== reception.id)
  const receptions = inScheduleOrder([...others, { ...reception, moved }])
  return agreeTo({ ...draft, schedule: { ...draft.schedule, receptions } }, [reception.id])
}

/** Takes a reception out of the month. */
export function leaveOut(draft: MonthDraft, id: string): MonthDraft {
  const receptions = draft.schedule.receptions.filter(one => one.id !== id)
  return { ...draft, schedule: { ...draft.schedule, receptions } }
}

/** The draft of a text kept for the month, or null where it cannot be read. */
export function parseDraft(text: string | null): MonthDraft | null {
  if (text === null) return null
  try {
    const parsed = MonthDraft.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
