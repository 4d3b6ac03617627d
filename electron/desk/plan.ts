import type { Action, ActionId, Intent } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { undoPlan } from './plan-undo.ts'

/** What planning does, many at once. */
const PLANNED = [
  'schedule.drafted',
  'schedule.approved',
  'schedule.changed',
  'schedule.posted',
  'absence.set',
  'restriction.set',
  'restriction.lifted',
  'application.booked',
  'application.booking_dropped',
  'application.appointed',
  'reception.list_handed',
  'reception.invited',
  'reception.answered',
  'reception.refusal_reported',
  'reception.prepared',
  'helper.set',
] as const satisfies readonly ActionType[]

/** So many presses are remembered: one asked again is answered as it was. After a start the heads say that it was done. */
const REMEMBERED = 100

export type PlanServices = Pick<DeskServices, 'plan.apply' | 'plan.undo'>

export interface PlanSurroundings {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  /** Tells the pages that the journal has moved. */
  readonly moved: () => void
}

/** The planner's two calls. */
export function planServices({ desk, actor, moved }: PlanSurroundings): PlanServices {
  const known = new Map<string, Promise<ResultOf<'plan.apply'>>>()

  function once(asked: ParsedArgsOf<'plan.apply'>): Promise<ResultOf<'plan.apply'>> {
    const before = known.get(asked.request)
    if (before !== undefined) return before
    const now = applyPlan(desk(), asked.acts, actor())
    known.set(asked.request, now)
    // What was refused may be pressed again.
    now.catch(() => known.delete(asked.request))
    if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '')
    return now
  }

  return {
    async 'plan.apply'(asked) {
      const done = await once(asked)
      moved()
      return done
    },
    async 'plan.undo'({ entity }) {
      const done = await undoPlan(desk(), entity, actor())
      moved()
      return done
    },
  }
}

/** Does acts of planning in one flush, or none of them. */
export async function applyPlan(
  desk: OpenDesk,
  intents: readonly Intent[],
  actor: Actor,
): Promise<ResultOf<'plan.apply'>> {
  const acts = intents.map(plannedAct)
  const actions = await desk.gate.inTurn(async actNow => actNow(acts, actor))
  return { count: actions.length, last: lastOf(actions) }
}

/** The action after which lists show all that was done in one flush. */
export function lastOf(actions: readonly Action[]): ActionId {
  const last = actions.at(-1)
  if (last === undefined) throw new Error('nothing was appended')
  return last.id
}

function plannedAct(intent: Intent): { intent: Intent } {
  const type = PLANNED.find(one => one === intent.type)
  if (type === undefined) throw new ExpectedError('change.not_lawful', { type: intent.type })
  const body = ACTION_TYPES[type].body.safeParse(intent.body)
  if (!body.success) throw new ExpectedError('change.body', { type, path: body.error.issues[0]?.path.join('.') ?? '' })
  return { intent: { ...intent, body: body.data } }
}
