import type { Decider, Profile, RefusalGround } from '../regulation/model.ts'
import { profileOf } from '../regulation/profile.ts'
import { ACT_CLAUSES, APPEAL_SAID } from './decision-clauses.ts'
import {
  type DecisionFault,
  type DecisionLooked,
  dayFaults,
  earlierFaults,
  stop,
  textFaults,
  warn,
} from './decision-faults.ts'
import { namesEarlier } from './decisions.ts'

/** A refusal while it is written. */
export interface RefusalDraft {
  readonly ground: RefusalGround | null
  readonly earlier: string | null
  readonly body: string | null
  readonly decidedOn: DecisionLooked['today'] | null
  readonly decider: Decider | null
  readonly facts: string
  readonly evidence: string
  readonly whereToTurn: string
  readonly howToAppeal: string
  readonly settled: string
  readonly decidedBy: string
}

/** Grounds that are acts of their own: the application was returned, or withdrawn (point 17 (3), (4)). */
const ACTS_OF_THEIR_OWN: readonly RefusalGround[] = ['returned', 'withdrawal']

/** The grounds a refusal may rest on under a profile. */
export function refusalGrounds({ refusal }: Profile): readonly RefusalGround[] {
  const grounds = Object.keys(refusal.clauses) as RefusalGround[]
  return grounds.filter(ground => !ACTS_OF_THEIR_OWN.includes(ground))
}

/** Whether it has to be said in words how the earlier decision settled the matter: else a repeat is no ground (point 12). */
export function mustBeSettled({ refusal }: Profile, ground: RefusalGround | null): boolean {
  return refusal.repeat === 'only_decided' && namesEarlier(ground)
}

/** What stands against a refusal: none of its parts may be missing, and its ground must be one of its act. */
export function refusalFaults(draft: RefusalDraft, looked: DecisionLooked): DecisionFault[] {
  const { profile: id } = looked.application
  const act = ACT_CLAUSES[id]['application.refused']
  return [
    ...groundFaults(draft, looked),
    ...dayFaults(draft.decidedOn, looked),
    ...(draft.decider === null ? [stop('decider', 'decider_missing', act)] : []),
    ...textFaults('decidedBy', draft.decidedBy, act),
    ...textFaults('facts', draft.facts, act),
    ...textFaults('evidence', draft.evidence, act),
    ...textFaults('whereToTurn', draft.whereToTurn, APPEAL_SAID),
    ...textFaults('howToAppeal', draft.howToAppeal, APPEAL_SAID),
    ...(looked.alike ? [warn('facts', 'text_alike')] : []),
  ]
}

function groundFaults({ ground, earlier, body, settled }: RefusalDraft, looked: DecisionLooked): DecisionFault[] {
  const { profile: id, decisions } = looked.application
  const profile = profileOf(id)
  if (ground === null) return [stop('ground', 'ground_missing', ACT_CLAUSES[id]['application.refused'])]
  const clause = profile.refusal.clauses[ground] ?? null
  if (!refusalGrounds(profile).includes(ground)) return [stop('ground', 'ground_unlawful', clause)]
  if (ground === 'competence') return body === null ? [stop('body', 'body_missing', clause)] : []
  if (!namesEarlier(ground)) return []
  const [missing] = earlierFaults(earlier, looked)
  if (missing !== undefined) return [{ ...missing, clause }]
  const found: DecisionFault[] = []
  const judged = decisions.findLast(one => one.type === 'application.repeat_decided' && one.body.earlier === earlier)
  if (judged?.type === 'application.repeat_decided' && !judged.body.same)
    found.push(stop('earlier', 'earlier_not_same', clause))
  if (!mustBeSettled(profile, ground)) return found
  const barred = ACT_CLAUSES[id]['application.repeat_decided']
  if (looked.earlier?.outcome !== 'received' || looked.earlier.result === 'instruction')
    found.push(stop('earlier', 'earlier_not_decided', barred))
  return [...found, ...textFaults('settled', settled, barred)]
}
