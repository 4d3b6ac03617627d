import { type Intent, nounOf } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { demandPlanned, isPlanned, type PlannedAct } from './plan-guards.ts'
import { undoPlan } from './plan-undo.ts'
import { demanded } from './registrations.ts'

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

/** Does acts of planning in one flush, or none of them. Throws what `demandPlanned` throws, and `change.*`. */
export async function applyPlan(
  desk: OpenDesk,
  intents: readonly Intent[],
  actor: Actor,
): Promise<ResultOf<'plan.apply'>> {
  const acts = intents.map(plannedAct)
  if (new Set(acts.map(({ entity }) => entity)).size < acts.length) throw new ExpectedError('change.conflict')
  const actions = await desk.gate.inTurn(async actNow => {
    await demandPlanned(desk, acts, actor)
    return actNow(
      acts.map(intent => ({ intent })),
      actor,
    )
  })
  return { count: actions.length, last: demanded(actions.at(-1)).id }
}

function plannedAct(intent: Intent): PlannedAct {
  const { type } = intent
  if (!isPlanned(type)) throw new ExpectedError('change.not_lawful', { type })
  const definition = ACTION_TYPES[type]
  if (nounOf(intent.entity) !== definition.noun) throw new ExpectedError('change.wrong_entity', { type })
  const body = definition.body.safeParse(intent.body)
  if (!body.success) throw new ExpectedError('change.body', { type, path: body.error.issues[0]?.path.join('.') ?? '' })
  return { ...intent, type, body: body.data }
}
