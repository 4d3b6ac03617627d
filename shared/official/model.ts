import { z } from 'zod'
import { Code, Language } from '../application/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** Categories of officials of clause 2 of the regulation, in its order. */
export const OfficialCategory = z.enum([
  'akim',
  'deputy_akim',
  'head_of_apparatus',
  'deputy_head_of_apparatus',
  'unit_head',
  'authorized_staff',
])
export type OfficialCategory = z.infer<typeof OfficialCategory>

/** A text in both languages of the office. */
export const Bilingual = z.strictObject({ kk: z.string().max(400), ru: z.string().max(400) })
export type Bilingual = z.infer<typeof Bilingual>

/** Surname, given name and patronymic (may be empty) as the state and the Russian language write them. */
export const OfficialName = z.strictObject({ surname: Bilingual, given: Bilingual, patronymic: Bilingual })
export type OfficialName = z.infer<typeof OfficialName>

/** When an official receives: nth weekday of the month, every such weekday, or every working day. */
export const ReceptionRule = z
  .string()
  .regex(
    /^(daily|(first|second|third|fourth|last|every)_(monday|tuesday|wednesday|thursday|friday))$/,
    'reception_rule.unknown',
  )
  .brand<'ReceptionRule'>()
export type ReceptionRule = z.infer<typeof ReceptionRule>

/** An address of electronic mail. */
export const Email = z.email().max(120)

/** An official who holds receptions: who, post, unit, room and the rule of reception days with hours. */
export const Official = z.strictObject({
  id: z.string(),
  category: OfficialCategory,
  name: OfficialName,
  position: Bilingual,
  unit: Bilingual,
  room: z.string().max(40),
  rule: ReceptionRule.nullable(),
  from: PlainTime.nullable(),
  to: PlainTime.nullable(),
  /** Minutes for one visitor, and between two. */
  slot: z.int().min(5).max(240).default(20),
  buffer: z.int().min(0).max(60).default(0),
  phone: z.string().max(40).default(''),
  email: z.string().max(120).default(''),
  /** Languages in which the official receives (clause 21). */
  languages: z.array(Language).max(2).default(['kk', 'ru']),
  /** Topics the official answers for; none: of every topic. */
  topics: z.array(Code).max(60).default([]),
  /** First and last day in the post; null: not said. */
  since: PlainDate.nullable().default(null),
  until: PlainDate.nullable().default(null),
  /** Who acts for the official, the first who is there (KZ-2026 rule 27). */
  substitutes: z.array(z.string().max(80)).max(10).default([]),
})
export type Official = z.infer<typeof Official>
