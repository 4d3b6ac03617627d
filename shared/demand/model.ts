import { z } from 'zod'
import { Code } from '../application/model.ts'
import { EntityId } from '../change/action.ts'
import { PlainDate } from '../time/plain-date.ts'

/** Who must give materials (clause 31): a unit of the apparatus, a territorial body, or an official of the directory. */
export const DemandAddressee = z
  .strictObject({
    unit: Code.nullable(),
    body: Code.nullable(),
    officialId: z.string().max(80).nullable(),
  })
  .refine(({ unit, body, officialId }) => unit !== null || body !== null || officialId !== null, { path: ['body'] })
export type DemandAddressee = z.infer<typeof DemandAddressee>

/** What materials are for: a reception is organised, an application considered, the practice of receptions analysed. */
export const DemandPurpose = z.enum(['reception', 'application', 'practice'])
export type DemandPurpose = z.infer<typeof DemandPurpose>

/** How a demand goes out. */
export const DemandWay = z.enum(['letter', 'phone', 'email'])
export type DemandWay = z.infer<typeof DemandWay>

const Text = z.string().trim().max(4000)

/**
 * A demand for materials. About an application its text is of a person, is sealed under that person's key and stands in
 * `DemandWords`; about nobody it stands here. Never without a day by which it is to be answered.
 */
export const Demand = z
  .strictObject({
    addressee: DemandAddressee,
    purpose: DemandPurpose,
    application: EntityId.nullable(),
    /** Id of the reception in its schedule, or null. */
    reception: z.string().min(1).max(80).nullable(),
    on: PlainDate,
    dueOn: PlainDate,
    way: DemandWay,
    /** What is asked; empty where the demand is about an application. */
    text: Text,
  })
  .refine(({ application, text }) => (application === null) === (text !== ''), { path: ['text'] })
  .refine(({ purpose, application }) => purpose !== 'application' || application !== null, { path: ['application'] })
  .refine(({ purpose, reception }) => purpose !== 'reception' || reception !== null, { path: ['reception'] })
  .refine(({ purpose, application }) => purpose !== 'practice' || application === null, { path: ['purpose'] })
export type Demand = z.infer<typeof Demand>

/** What was given: in part or in full, when, under which number (or empty), what came as text where the demand is about nobody. */
export const DemandAnswer = z.strictObject({
  outcome: z.enum(['part', 'full']),
  on: PlainDate,
  number: z.string().trim().max(60),
  text: Text,
})
export type DemandAnswer = z.infer<typeof DemandAnswer>

/** Why a demand stands no more. */
export const DemandWithdrawal = z.enum(['not_needed', 'mistake', 'got_otherwise'])
export type DemandWithdrawal = z.infer<typeof DemandWithdrawal>

/** Why what was given does not do: the demand is open again. */
export const DemandReturn = z.enum(['not_whole', 'not_asked', 'mistake'])
export type DemandReturn = z.infer<typeof DemandReturn>

/** What is asked, or what came, where the demand is about an application: texts of a person. */
export const DemandWords = z.strictObject({ text: Text.min(1) })
export const DemandReply = z.strictObject({ text: Text })
