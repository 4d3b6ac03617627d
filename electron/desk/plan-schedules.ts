import { type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import type { BodyOf } from '#shared/change/action-types.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { planClause } from '#shared/plan/clauses.ts'
import type { Plan } from '#shared/plan/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { isApprovedByQuarter, monthsOfQuarter, quarterOfMonth } from '#shared/schedule/approval.ts'
import { compareSchedules, reasonsWithoutApproval, type ScheduleDifference } from '#shared/schedule/compare.ts'
import type { MonthSchedule, ScheduleChange } from '#shared/schedule/model.ts'
import { refusedReception, type ScheduleRefusal } from '#shared/schedule/refused.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { OpenDesk } from './open-desk.ts'
import { scheduleOf } from './plan-standing.ts'

interface Asked {
  readonly desk: OpenDesk
  /** As it will be. */
  readonly plan: Plan
}

/**
 * A schedule is of its own month, no two receptions share an id, and nobody receives twice at once. Throws
 * `schedule.overlap` (date).
 */
export function demandSchedule(key: string, { month, receptions }: MonthSchedule, type: string): void {
  if (key !== month) throw new ExpectedError('change.wrong_entity', { type })
  const isOwn = receptions.every(({ date }) => date.startsWith(month))
  if (!isOwn || new Set(receptions.map(({ id }) => id)).size < receptions.length) {
    throw new ExpectedError('change.not_lawful', { type })
  }
  const ends = new Map<string, string>()
  for (const { officialId, date, from, to } of [...receptions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const day = `${officialId} ${date}`
    if ((ends.get(day) ?? '') > from) throw new ExpectedError('schedule.overlap', { date })
    ends.set(day, to)
  }
}

const REFUSALS: Readonly<Record<ScheduleRefusal['code'], (date: PlainDate, profile: ProfileId) => ExpectedError>> = {
  hours_order: date => new ExpectedError('schedule.hours_order', { date }),
  no_instruction: date => new ExpectedError('schedule.no_instruction', { date }),
  restricted: (date, profile) =>
    new ExpectedError('plan.restricted', { date, clause: planClause('restriction', profile)?.clause ?? '' }),
}

/** What is to stand is a schedule, and lawful: approved as a whole, or in what a change makes of it (clauses 8, 13). */
export async function demandStanding(
  { desk, plan: { restrictions, profile, today } }: Asked,
  entity: EntityId,
  { schedule, type }: { readonly schedule: MonthSchedule; readonly type: string },
): Promise<void> {
  demandSchedule(keyOf(entity), schedule, type)
  const { approved } = await scheduleOf(desk, entity)
  const before = type === 'schedule.changed' ? (approved?.schedule ?? null) : null
  const refusal = refusedReception(schedule, { before, restrictions, today })
  if (refusal !== null) throw REFUSALS[refusal.code](refusal.date, profile)
}

/**
 * Where the act has a quarter approved as a whole, no month of it is approved before the others that are still to come (rule 19
 * of 2026); one that stands approved may be approved anew alone. `together`: the months approved in the same press. Throws
 * `schedule.quarter_whole` (clause).
 */
export async function demandQuarter(
  { desk, plan: { profile, today } }: Asked,
  { month }: MonthSchedule,
  together: ReadonlySet<string>,
): Promise<void> {
  const isStanding = async (one: string) => (await scheduleOf(desk, entityId('schedule', one))).approved !== null
  if (!isApprovedByQuarter(profile) || (await isStanding(month))) return
  const { clause } = profileOf(profile).schedule.clause
  for (const other of monthsOfQuarter(quarterOfMonth(month))) {
    if (other < today.slice(0, 7) || together.has(other) || (await isStanding(other))) continue
    throw new ExpectedError('schedule.quarter_whole', { clause })
  }
}

/** An approved schedule is changed without a new approval for lawful reasons alone (clauses 3, 6, 8, 13, 15). */
export async function demandChange(
  { desk, plan }: Asked,
  entity: EntityId,
  { schedule, change }: BodyOf<'schedule.changed'>,
): Promise<void> {
  const { approved } = await scheduleOf(desk, entity)
  // Where none is approved there is nothing to change, and `decide` says so.
  if (approved === null || mayChange(change, compareSchedules(approved.schedule, schedule), plan)) return
  throw new ExpectedError('change.not_lawful', { type: 'schedule.changed' })
}

/**
 * Receptions the approved schedule does not carry are changed by their own reason; those it carries on the days of the absence
 * or restriction that stands and is named. What that changed main alone takes back.
 */
function mayChange(
  { code, ref }: ScheduleChange,
  differences: readonly ScheduleDifference[],
  { absences, restrictions }: Plan,
): boolean {
  if (code === 'undone') return false
  if (code !== 'absence' && code !== 'restriction') return reasonsWithoutApproval(differences).includes(code)
  const cause = (code === 'absence' ? absences : restrictions).find(({ key }) => key === ref)
  if (cause === undefined) return false
  const { from, to } = cause
  return differences.every(({ before }) => before !== null && from <= before.date && (to === null || before.date <= to))
}
