import { entityId } from '#shared/change/action.ts'
import type { PlanAct } from '#shared/plan/model.ts'
import type { MonthSchedule, ScheduleChange } from '#shared/schedule/model.ts'
import type { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import type { Call } from '../../components/use-call.ts'
import { type Heads, usePlanActs } from '../plan/use-plan.ts'
import type { MonthDraft } from './month-draft.ts'

/** What can be done with months of the schedule; each is true once the lists show it. */
export interface ScheduleActs {
  readonly call: Call
  readonly draft: (draft: MonthDraft) => Promise<boolean>
  readonly change: (schedule: MonthSchedule, code: ScheduleChange['code']) => Promise<boolean>
  /** Approves months: one, or all of a quarter at once. */
  readonly approve: (drafts: readonly MonthDraft[], approval: Approval) => Promise<boolean>
}

/** Who approved and when; `ofQuarter`: the whole quarter (KZ-2026 rule 19). */
export interface Approval {
  readonly by: string
  readonly on: PlainDate
  readonly ofQuarter: boolean
}

/** Acts on months, decided on the heads that were seen. */
export function useScheduleActs(heads: Heads): ScheduleActs {
  const { call, apply } = usePlanActs()
  const act = (month: PlainMonth, type: PlanAct['type'], body: Record<string, unknown>): PlanAct => ({
    entity: entityId('schedule', month),
    type,
    body,
  })
  return {
    call,
    draft: ({ schedule, base }) => apply([act(schedule.month, 'schedule.drafted', { schedule, base })], heads),
    change: (schedule, code) =>
      apply([act(schedule.month, 'schedule.changed', { schedule, change: { code, ref: '' } })], heads),
    approve: (drafts, { by, on, ofQuarter }) =>
      apply(
        drafts.map(({ schedule, base }) =>
          act(schedule.month, 'schedule.approved', { schedule, base, approvedBy: by, approvedOn: on, ofQuarter }),
        ),
        heads,
      ),
  }
}
