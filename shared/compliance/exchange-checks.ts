import type { CallCentreState } from '../callcentre/transitions.ts'
import { holdsOn } from '../callcentre/transitions.ts'
import { givenOn } from '../demand/transitions.ts'
import { profileOn } from '../regulation/profile.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Asked, Check, ComplianceFacts } from './facts.ts'
import { recordOf, stateBy } from './record.ts'

/** Materials that were demanded (clause 31): given whole by the day they were due. What was withdrawn owes nothing. */
export const demandedMaterials: Check = (facts, asked) =>
  facts.demands.flatMap(state => {
    const { id, status, demand, dueOn: by } = state
    if (demand === null || by === null || status === 'withdrawn' || !isOwn(facts, asked, demand.on)) return []
    const on = givenOn(state)
    const entity = demand.application ?? id
    return [recordOf({ duty: 'materials', state: stateBy(by, on, asked.today), entity, day: by, by, on })]
  })

/** Exchanges that were to be gone on with (clause 37(3)): gone on with by that day. The clause asks for no exchange by itself. */
export const followUps: Check = (facts, asked) =>
  facts.exchanges.flatMap(({ status, feedback, followedUp }) => {
    const by = feedback?.followUp ?? null
    if (status !== 'noted' || feedback === null || by === null || !isOwn(facts, asked, feedback.on)) return []
    const on = followedUp?.on ?? null
    return [
      recordOf({
        duty: 'feedback',
        state: stateBy(by, on, asked.today),
        entity: feedback.application,
        day: by,
        by,
        on,
      }),
    ]
  })

/**
 * The call centre works on while a mode holds (clause 37(4)): an interruption on such a day is kept where callers were given
 * another number or way, else broken. A mode without interruptions is kept, and told on its last day up to now.
 */
export const callCentre: Check = (facts, asked) => {
  const cuts = facts.callCentre.flatMap(state => {
    const { id, interruption, status } = state
    if (interruption === null || status === 'taken_back') return []
    const { from, way } = interruption
    const isHeld = facts.callCentre.some(mode => holdsOn(mode, from.on)) && isOwn(facts, asked, from.on)
    if (!isHeld) return []
    const told = { duty: 'call_centre', entity: id, day: from.on, on: from.on } as const
    return [recordOf(way === '' ? { ...told, state: 'broken', why: 'no_way' } : { ...told, state: 'kept' })]
  })
  const whole = facts.callCentre.flatMap(mode => {
    const day = lastDay(mode, asked.today)
    if (day === null || !isOwn(facts, asked, day) || cuts.some(cut => holdsOn(mode, cut.day))) return []
    return [recordOf({ duty: 'call_centre', state: 'kept', entity: mode.id, day, on: day })]
  })
  return [...cuts, ...whole]
}

/** The last day a mode held so far; null where none began. */
function lastDay(state: CallCentreState, today: PlainDate): PlainDate | null {
  const { mode } = state
  if (mode === null || mode.from > today) return null
  const day = mode.to === null || mode.to > today ? today : mode.to
  return holdsOn(state, day) ? day : null
}

function isOwn({ office }: Pick<ComplianceFacts, 'office'>, { profile }: Asked, day: PlainDate): boolean {
  return profileOn(office, day) === profile
}
