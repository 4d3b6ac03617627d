import { z } from 'zod'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import { ActionId } from '#shared/change/action.ts'
import type { Official } from '#shared/official/model.ts'
import { ok, type Result } from '#shared/result/result.ts'
import { compareSchedules, idsOfTwins, type ScheduleDifference } from '#shared/schedule/compare.ts'
import type { ScheduleFacts } from '#shared/schedule/facts.ts'
import { collisionsOf, mergeSchedules, type ScheduleCollision, takenFrom } from '#shared/schedule/merge.ts'
import { MonthSchedule, type Reception } from '#shared/schedule/model.ts'
import { inScheduleOrder, moveBetween, moveReception } from '#shared/schedule/move.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'

/** A month under work. */
export const MonthDraft = z.strictObject({
  schedule: MonthSchedule,
  /** Which moved receptions a person has looked at and agreed to. */
  agreed: z.array(z.string()),
  /** The approved version it was begun on, or last brought onto; null: none stood. */
  base: ActionId.nullable().default(null),
  /** Receptions that the approved month changed too since, in another way; a person has yet to choose. */
  collided: z.array(z.string()).default([]),
})
export type MonthDraft = z.infer<typeof MonthDraft>

/** A month proposed by the rules of the officials and what is known around it; nothing moved is agreed to yet. */
export function proposedMonth(
  month: PlainMonth,
  officials: readonly Official[],
  calendar: WorkCalendar,
  facts: ScheduleFacts = {},
): MonthDraft {
  return proposedWith(month, officials, calendar, facts).draft
}

/** The same with the days that are left out, because reception is by video alone on them and no link is free. */
export function proposedWith(
  month: PlainMonth,
  officials: readonly Official[],
  calendar: WorkCalendar,
  facts: ScheduleFacts,
): { readonly draft: MonthDraft; readonly leftOut: readonly Reception[] } {
  const newId = () => crypto.randomUUID()
  const { schedule, leftOut } = proposeSchedule({ month, officials, calendar, newId, facts })
  return { draft: { schedule, agreed: [], base: null, collided: [] }, leftOut }
}

/** What the journal holds of the month: its draft, else the approved one; what stands there was agreed to. */
export function keptMonth(state: ScheduleState | null): MonthDraft | null {
  if (state?.draft) return wholeDraft(state.draft, state.draftBase)
  return state?.approved ? wholeDraft(state.approved.schedule, state.approved.action) : null
}

/** A month as it was, to be worked on: all of it was agreed to. `base` is the version that stands. */
export function wholeDraft(schedule: MonthSchedule, base: ActionId | null): MonthDraft {
  return { schedule, agreed: schedule.receptions.map(({ id }) => id), base, collided: [] }
}

/** A draft brought onto the version that stands. `taken`: what the approved month became since, and the draft with it. */
export interface DraftToday {
  readonly draft: MonthDraft
  readonly taken: readonly ScheduleDifference[]
}

/**
 * A draft on the version that stands by now: what it did not touch is as it stands, what both touched is `collided` until a
 * person chose. A version it was begun on that the journal does not know hides nothing: then all that differs collides.
 */
export function draftToday(kept: MonthDraft, state: ScheduleState | null): DraftToday {
  const draft = underStandingIds(kept, state)
  const standing = state?.approved ?? null
  if (state === null || standing === null) return { draft, taken: [] }
  if (standing.action === draft.base) return { draft: withCollided(draft, draft.collided, state), taken: [] }
  const base = state.versions.find(({ action }) => action === draft.base)?.schedule ?? null
  const { schedule, collided, taken } = mergeSchedules(base, draft.schedule, standing.schedule)
  const merged: MonthDraft = agreeTo({ ...draft, schedule, base: standing.action }, taken)
  const isTaken = ({ before, after }: ScheduleDifference) => taken.includes((after ?? before).id)
  return {
    draft: withCollided(merged, [...new Set([...draft.collided, ...collided])], state),
    taken: compareSchedules(base ?? { ...schedule, receptions: [] }, standing.schedule).filter(isTaken),
  }
}

/** Receptions of a draft that the approved month changed too, with both sides. */
export function openCollisions({ collided, schedule }: MonthDraft, state: ScheduleState | null): ScheduleCollision[] {
  return state?.approved ? collisionsOf(collided, schedule, state.approved.schedule) : []
}

/** A draft in which a person has chosen: `taken` become as they stand, the other ones stay as drafted. */
export function settleCollisions(draft: MonthDraft, state: ScheduleState | null, taken: readonly string[]): MonthDraft {
  const standing = state?.approved?.schedule ?? null
  if (standing === null) return draft
  return agreeTo({ ...draft, schedule: takenFrom(standing, draft.schedule, taken), collided: [] }, taken)
}

/** Whether a month says anything else than the version that stands; one that was never approved does. */
export function differsFromApproved({ schedule }: MonthDraft, state: ScheduleState | null): boolean {
  const approved = state?.approved?.schedule ?? null
  return approved === null || compareSchedules(approved, schedule).length > 0
}

function withCollided(draft: MonthDraft, ids: readonly string[], state: ScheduleState): MonthDraft {
  if (ids.length === 0 && draft.collided.length === 0) return draft
  return { ...draft, collided: openCollisions({ ...draft, collided: [...ids] }, state).map(({ id }) => id) }
}

/** A draft under the ids of the approved schedule: of two proposals of one month one was approved, and people are booked on it. */
export function underStandingIds(draft: MonthDraft, state: ScheduleState | null): MonthDraft {
  const ids = state?.approved ? idsOfTwins(state.approved.schedule, draft.schedule) : null
  if (ids === null || ids.size === 0) return draft
  const idOf = (id: string) => ids.get(id) ?? id
  const receptions = inScheduleOrder(draft.schedule.receptions.map(one => ({ ...one, id: idOf(one.id) })))
  return {
    ...draft,
    schedule: { ...draft.schedule, receptions },
    agreed: draft.agreed.map(idOf),
    collided: draft.collided.map(idOf),
  }
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
