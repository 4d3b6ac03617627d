import { z } from 'zod'
import { EntityId } from '../change/action.ts'
import { DECIDERS, EXTENSION_GROUNDS, LACKS, REFUSAL_GROUNDS, type RefusalGround } from '../regulation/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { Code } from './model.ts'

/** Why an application is returned (АППК/ӘРПК 64(7)). */
export const ReturnGround = z.enum(['not_corrected', 'identical', 'obscene'])
export type ReturnGround = z.infer<typeof ReturnGround>

/** Whose the matter is; `central_body`: beyond the territorial bodies, so the central one is asked to take part (clause 18). */
export const Competence = z.enum(['own', 'forwarded', 'central_body'])
export type Competence = z.infer<typeof Competence>

/** Why a closed application is opened again. */
export const ReopenGround = z.enum(['mistake', 'applicant_asked', 'court', 'higher_body', 'new_facts', 'corrected'])
export type ReopenGround = z.infer<typeof ReopenGround>

/** Grounds that name an earlier case of the person. */
export function namesEarlier(ground: RefusalGround | ReturnGround | null): boolean {
  return ground === 'repeat' || ground === 'same_decision' || ground === 'identical'
}

const words = z.string().trim().min(1).max(4000)
const name = z.string().trim().min(1).max(200)

/** A refusal: it names the earlier case of a repeat, and where a matter of others belongs. */
const Refusal = z
  .strictObject({
    ground: z.enum(REFUSAL_GROUNDS),
    earlier: EntityId.nullable(),
    body: Code.nullable(),
    decidedOn: PlainDate,
    decider: z.enum(DECIDERS),
  })
  .refine(({ ground, earlier }) => earlier !== null || !namesEarlier(ground), { path: ['earlier'] })
  .refine(({ ground, body }) => body !== null || ground !== 'competence', { path: ['body'] })

/** What a refusal says: nothing of it may be empty. `settled`: how the earlier decision settled the matter, where that counts. */
const RefusalWords = z.strictObject({
  facts: words,
  evidence: words,
  whereToTurn: words,
  howToAppeal: words,
  settled: z.string().trim().max(4000),
  decidedBy: name,
})

/** The decisions on an application: bodies, and what of them is personal. Part of `ACTION_TYPES`. */
export const DECISION_TYPES = {
  'application.completeness_checked': {
    noun: 'application',
    version: 1,
    body: z
      .strictObject({
        outcome: z.enum(['complete', 'incomplete']),
        lacks: z.array(z.enum(LACKS)).max(LACKS.length),
        /** The last day to put it right; null where the profile gives no time for it. */
        correctBy: PlainDate.nullable(),
      })
      .refine(({ outcome, lacks }) => (outcome === 'incomplete') === lacks.length > 0, { path: ['lacks'] })
      .refine(({ outcome, correctBy }) => outcome === 'incomplete' || correctBy === null, { path: ['correctBy'] }),
    personal: null,
  },
  'application.left': {
    noun: 'application',
    version: 1,
    body: z.strictObject({}),
    personal: z.strictObject({ reason: words }),
  },
  'application.returned': {
    noun: 'application',
    version: 1,
    body: z
      .strictObject({ ground: ReturnGround, earlier: EntityId.nullable() })
      .refine(({ ground, earlier }) => earlier !== null || !namesEarlier(ground), { path: ['earlier'] }),
    personal: z.strictObject({ reason: words }),
  },
  /** `body`: a code of the directory `body`. */
  'application.competence_decided': {
    noun: 'application',
    version: 1,
    body: z
      .strictObject({ outcome: Competence, body: Code.nullable() })
      .refine(({ outcome, body }) => (outcome === 'forwarded' ? body !== null : outcome !== 'own' || body === null), {
        path: ['body'],
      }),
    personal: null,
  },
  'application.repeat_decided': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ earlier: EntityId, same: z.boolean() }),
    personal: z.strictObject({ because: words }),
  },
  'application.refused': { noun: 'application', version: 1, body: Refusal, personal: RefusalWords },
  /** A refusal that waits for a second person, where the office wants one. */
  'application.refusal_proposed': { noun: 'application', version: 1, body: Refusal, personal: RefusalWords },
  'application.refusal_approved': { noun: 'application', version: 1, body: z.strictObject({}), personal: null },
  'application.refusal_declined': {
    noun: 'application',
    version: 1,
    body: z.strictObject({}),
    personal: z.strictObject({ reason: words }),
  },
  'application.extended': {
    noun: 'application',
    version: 1,
    body: z.strictObject({
      until: PlainDate,
      decidedOn: PlainDate,
      decider: z.enum(DECIDERS),
      ground: z.enum(EXTENSION_GROUNDS),
    }),
    personal: z.strictObject({ reason: words, decidedBy: name }),
  },
} as const

export type DecisionType = keyof typeof DECISION_TYPES
export type DecisionBody<T extends DecisionType> = z.infer<(typeof DECISION_TYPES)[T]['body']>
export type DecisionPersonal<T extends DecisionType> = (typeof DECISION_TYPES)[T]['personal'] extends infer P
  ? P extends z.ZodType
    ? z.infer<P>
    : null
  : never

/** One decision as it stands in the journal. */
export interface Made<T extends DecisionType> {
  readonly id: string
  readonly type: T
  readonly body: DecisionBody<T>
  /** Null where the type has none, or the person was erased. */
  readonly personal: DecisionPersonal<T> | null
  /** Legal date; instant, UTC, ISO; id of the user. */
  readonly on: PlainDate
  readonly at: string
  readonly by: string
}
export type Decision = { readonly [T in DecisionType]: Made<T> }[DecisionType]

/** Whether an action is a decision on an application. */
export function isDecisionType(type: string): type is DecisionType {
  return Object.hasOwn(DECISION_TYPES, type)
}
