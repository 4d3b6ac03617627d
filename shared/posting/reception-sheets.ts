import { z } from 'zod'
import { Language } from '../application/model.ts'
import { Bilingual } from '../official/model.ts'
import { ReceptionMode } from '../schedule/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

const Person = z.string().max(400)
const ShortText = z.string().max(40)

/** Who receives. */
export const SheetOfficial = z.strictObject({ name: Bilingual, position: Bilingual })
export type SheetOfficial = z.infer<typeof SheetOfficial>

/** A place in the schedule; `time` null: within the hours, in order. */
export const SheetPlace = z.strictObject({
  date: PlainDate,
  time: PlainTime.nullable(),
  room: z.string().max(40),
  mode: ReceptionMode,
})
export type SheetPlace = z.infer<typeof SheetPlace>

/**
 * The list of persons to be received at one reception (clause 27), in the order they are received. No IIN; why out of turn
 * is not told: `outOfTurn` is the number of the clause, or null.
 */
export const PersonsSheetData = z.strictObject({
  office: Bilingual,
  official: SheetOfficial,
  date: PlainDate,
  from: PlainTime,
  to: PlainTime,
  room: z.string().max(40),
  mode: ReceptionMode,
  /** Null: not final, and it says so. */
  finalOn: PlainDate.nullable(),
  persons: z
    .array(
      z.strictObject({
        time: PlainTime.nullable(),
        number: ShortText,
        name: Person,
        topic: Bilingual,
        language: Language,
        mode: ReceptionMode,
        outOfTurn: z.string().max(10).nullable(),
      }),
    )
    .max(1000),
  preparedOn: PlainDate,
  preparedBy: z.string().max(120),
})
export type PersonsSheetData = z.infer<typeof PersonsSheetData>

/**
 * Whom to call and what to say: from where to where a reception is moved (`from` null: it is new; `to` null: it falls out),
 * each told in the language of the person.
 */
export const CallSheetData = z.strictObject({
  office: Bilingual,
  calls: z
    .array(
      z.strictObject({
        name: Person,
        phone: z.string().max(80),
        language: Language,
        number: ShortText,
        official: SheetOfficial,
        from: SheetPlace.nullable(),
        to: SheetPlace.nullable(),
      }),
    )
    .max(1000),
  preparedOn: PlainDate,
  preparedBy: z.string().max(120),
})
export type CallSheetData = z.infer<typeof CallSheetData>

/** The reference information on one application for the head of the office (clause 26), with what is proposed. */
export const BriefingSheetData = z.strictObject({
  office: Bilingual,
  /** To whom it is addressed. */
  head: SheetOfficial,
  number: ShortText,
  registeredOn: PlainDate,
  name: Person,
  topic: Bilingual,
  /** What the applicant says, as it was written down. */
  matter: z.string().max(5000),
  /** What was found out. */
  summary: z.string().max(5000),
  /** Earlier applications of the person, the latest first. */
  history: z.array(z.strictObject({ number: ShortText, on: PlainDate, topic: Bilingual, result: Bilingual })).max(100),
  /** Who is proposed to receive; null: it is proposed to refuse. */
  official: SheetOfficial.nullable(),
  place: SheetPlace.nullable(),
  /** The clause it rests on. */
  clause: z.string().max(10),
  preparedOn: PlainDate,
  preparedBy: z.string().max(120),
})
export type BriefingSheetData = z.infer<typeof BriefingSheetData>

/** The sign on the door of an official: both languages, large. */
export const DoorSignData = z.strictObject({
  office: Bilingual,
  official: SheetOfficial,
  room: z.string().max(40),
  /** Days in words ("third Friday of the month") and hours, one line each. */
  lines: z
    .array(z.strictObject({ days: Bilingual, hours: z.string().max(40) }))
    .min(1)
    .max(8),
  phone: z.string().max(40),
})
export type DoorSignData = z.infer<typeof DoorSignData>
