import type { Moment } from '#shared/application/working-time.ts'
import { foldCallCentre } from '#shared/callcentre/transitions.ts'
import { type EntityId, type Intent, keyOf } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import type { Demand, DemandAnswer } from '#shared/demand/model.ts'
import { foldDemand } from '#shared/demand/transitions.ts'
import type { Feedback } from '#shared/feedback/model.ts'
import { foldFeedback } from '#shared/feedback/transitions.ts'
import type { Basis } from '#shared/instruction/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Actor } from './act.ts'
import { actionsOf } from './letters.ts'
import { activeOfficials, directoriesOf, type OpenDesk } from './open-desk.ts'

/** What screens compose of demands, of exchanges with applicants and of the call centre (clauses 31, 37). */
export const EXCHANGED = [
  'demand.made',
  'demand.extended',
  'demand.reminded',
  'demand.answered',
  'demand.returned',
  'demand.withdrawn',
  'feedback.noted',
  'feedback.followed_up',
  'feedback.taken_back',
  'callcentre.declared',
  'callcentre.ended',
  'callcentre.interrupted',
  'callcentre.rerouted',
  'callcentre.restored',
  'callcentre.taken_back',
] as const satisfies readonly ActionType[]
export type ExchangedType = (typeof EXCHANGED)[number]

/** Whether a type is of demands, exchanges or the call centre. */
export function isExchangedType(type: string): type is ExchangedType {
  return EXCHANGED.some(one => one === type)
}

interface Asked {
  readonly desk: OpenDesk
  readonly entity: EntityId
  readonly actor: Actor
}

/**
 * Looks at such an act where it is recorded. Asked in a turn of the gate. Throws `demand.*`, `feedback.*`, `callcentre.*`, and
 * `change.*` by the gate for what is not lawful or has moved.
 */
export async function demandExchange(
  desk: OpenDesk,
  type: ExchangedType,
  { intent, body }: { readonly intent: Intent; readonly body: Record<string, unknown> },
  actor: Actor,
): Promise<void> {
  const asked: Asked = { desk, entity: intent.entity, actor }
  switch (type) {
    case 'demand.made':
      return demandNew(asked, ACTION_TYPES[type].body.parse(body).demand)
    case 'demand.extended': {
      const { to, basis } = ACTION_TYPES[type].body.parse(body)
      return demandLater(asked, to, basis)
    }
    case 'demand.reminded':
      return demandSince(asked, ACTION_TYPES[type].body.parse(body).on)
    case 'demand.answered':
      return demandReply(asked, ACTION_TYPES[type].body.parse(body).answer)
    case 'feedback.noted': {
      const { request, feedback } = ACTION_TYPES[type].body.parse(body)
      if (keyOf(intent.entity) !== request) throw new ExpectedError('change.wrong_entity', { type })
      return demandFeedback(asked, feedback)
    }
    case 'feedback.followed_up':
      return demandFollowed(asked, ACTION_TYPES[type].body.parse(body).exchange)
    case 'callcentre.declared': {
      const { from, act } = ACTION_TYPES[type].body.parse(body).mode
      if (act.on > actor.date || act.on > from) throw new ExpectedError('callcentre.act_date')
      return
    }
    case 'callcentre.ended': {
      const { mode } = foldCallCentre(await actionsOf(desk.journal, intent.entity))
      const { to } = ACTION_TYPES[type].body.parse(body)
      if (mode !== null && to < mode.from) throw new ExpectedError('callcentre.ended_before')
      return
    }
    case 'callcentre.interrupted':
      return demandInterruption(asked, ACTION_TYPES[type].body.parse(body).interruption.from)
    case 'callcentre.restored':
      return demandRestored(asked, ACTION_TYPES[type].body.parse(body).to)
    case 'demand.returned':
    case 'demand.withdrawn':
    case 'feedback.taken_back':
    case 'callcentre.rerouted':
    case 'callcentre.taken_back':
      return
  }
}

/** Of somebody of the directory who stands, about an application that is here, made on a day that was and due not before it. */
async function demandNew({ desk, actor }: Asked, { addressee, application, on, dueOn }: Demand): Promise<void> {
  if (on > actor.date) throw new ExpectedError('demand.date')
  if (dueOn < on) throw new ExpectedError('demand.due_before')
  if (application !== null && !desk.journal.has(application)) throw new ExpectedError('demand.no_application')
  const { unit, body } = await directoriesOf(desk)
  const has = (entries: readonly { readonly code: string }[], code: string | null) =>
    code === null || entries.some(one => one.code === code)
  const isOfficial = (await activeOfficials(desk)).some(({ id }) => id === addressee.officialId)
  const isKnown =
    has(unit, addressee.unit) && has(body, addressee.body) && (addressee.officialId === null || isOfficial)
  if (!isKnown) throw new ExpectedError('demand.no_addressee')
}

async function demandLater({ desk, entity, actor }: Asked, to: PlainDate, basis: Basis): Promise<void> {
  const { demand, dueOn } = foldDemand(await actionsOf(desk.journal, entity))
  if (demand === null || dueOn === null) return
  if (to <= dueOn) throw new ExpectedError('demand.not_later')
  if (basis.on > actor.date || basis.on < demand.on) throw new ExpectedError('demand.date')
}

/** On a day since it was made, and not in days to come. */
async function demandSince({ desk, entity, actor }: Asked, on: PlainDate): Promise<void> {
  const { demand } = foldDemand(await actionsOf(desk.journal, entity))
  if (demand !== null && (on > actor.date || on < demand.on)) throw new ExpectedError('demand.date')
}

/** What came about a person is sealed under that person, never open in the body. */
async function demandReply(asked: Asked, { on, text }: DemandAnswer): Promise<void> {
  await demandSince(asked, on)
  const { demand } = foldDemand(await actionsOf(asked.desk.journal, asked.entity))
  if (demand !== null && demand.application !== null && text !== '') {
    throw new ExpectedError('change.personal', { type: 'demand.answered' })
  }
}

async function demandFeedback({ desk, actor }: Asked, { application, on, at }: Feedback): Promise<void> {
  if (!desk.journal.has(application)) throw new ExpectedError('feedback.no_application')
  if (isAhead({ on, at }, actor)) throw new ExpectedError('feedback.ahead')
}

/** It is gone on with by another exchange with the same applicant. */
async function demandFollowed({ desk, entity }: Asked, exchange: EntityId | null): Promise<void> {
  if (exchange === null) return
  const [of, by] = await Promise.all(
    [entity, exchange].map(async id => foldFeedback(await actionsOf(desk.journal, id))),
  )
  const isOne = exchange !== entity && by?.status === 'noted'
  const isSame = by?.feedback?.application === of?.feedback?.application
  if (!isOne || !isSame) throw new ExpectedError('feedback.other_exchange')
}

/** Calls cannot cease twice, nor in a minute to come. */
async function demandInterruption({ desk, entity, actor }: Asked, from: Moment): Promise<void> {
  if (isAhead(from, actor)) throw new ExpectedError('callcentre.ahead')
  for (const id of desk.journal.entitiesOf('callcentre')) {
    const { status } = foldCallCentre(await actionsOf(desk.journal, id))
    if (id !== entity && status === 'interrupted') throw new ExpectedError('callcentre.interrupted_already')
  }
}

async function demandRestored({ desk, entity, actor }: Asked, to: Moment): Promise<void> {
  const { interruption } = foldCallCentre(await actionsOf(desk.journal, entity))
  if (isAhead(to, actor)) throw new ExpectedError('callcentre.ahead')
  if (interruption !== null && textOf(to) < textOf(interruption.from))
    throw new ExpectedError('callcentre.restored_before')
}

function isAhead(moment: Moment, { date, time }: Actor): boolean {
  return textOf(moment) > textOf({ on: date, at: time })
}

function textOf({ on, at }: Moment): string {
  return `${on} ${at}`
}
