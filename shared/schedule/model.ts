import { z } from 'zod'
import { Bilingual } from '../official/model.ts'
import { PlainDate, PlainMonth, PlainTime } from '../time/plain-date.ts'

/** Why a reception stands on another day than its rule gives. `code` is `schedule.move.<code>` in locales/. */
export const Move = z.strictObject({
  from: PlainDate,
  code: z.enum(['holiday', 'day_off', 'by_hand', 'absence']),
  /** Key of the holiday or of the moved day in the calendar, or empty. */
  day: z.string().max(60),
})
export type Move = z.infer<typeof Move>

/**
 * What a reception is: of the approved schedule (clause 6), outside it by the akim's instruction (clause 8), after a meeting
 * with the population, or of those who agreed to be received the day they come (clause 3). Only the first counts for the
 * monthly duty.
 */
export const ReceptionKind = z.enum(['scheduled', 'off_schedule', 'after_meeting', 'same_day'])
export type ReceptionKind = z.infer<typeof ReceptionKind>

/** In the reception room, or by videoconference with the applicant's consent (clauses 12, 13). */
export const ReceptionMode = z.enum(['in_person', 'video'])
export type ReceptionMode = z.infer<typeof ReceptionMode>

/** The akim's instruction to a deputy to receive outside the schedule: the date is the law's, number and text are ours. */
export const Instruction = z.strictObject({ on: PlainDate, number: z.string().max(60), text: z.string().max(1000) })
export type Instruction = z.infer<typeof Instruction>

/** Who takes part in a reception held jointly after a meeting with the population (decree No. 826 of 3 March 2022). */
export const JointParticipant = z.enum([
  'executive_bodies',
  'prosecutor',
  'internal_affairs',
  'maslikhat',
  'public_council',
  'intelligentsia',
])
export type JointParticipant = z.infer<typeof JointParticipant>

/** The meeting with the population after which a reception is held. */
export const Meeting = z.strictObject({ on: PlainDate, place: Bilingual, joint: z.array(JointParticipant).max(6) })
export type Meeting = z.infer<typeof Meeting>

/** One dated reception of a schedule. */
export const Reception = z.strictObject({
  id: z.string(),
  officialId: z.string(),
  date: PlainDate,
  from: PlainTime,
  to: PlainTime,
  room: z.string().max(40),
  moved: Move.nullable(),
  kind: ReceptionKind.default('scheduled'),
  mode: ReceptionMode.default('in_person'),
  /** Name of the video link, or empty. */
  link: z.string().max(60).default(''),
  /** Minutes for one visitor, and between two. */
  slot: z.int().min(5).max(240).default(20),
  buffer: z.int().min(0).max(60).default(0),
  /** At most so many visitors; null: as many as there are times. More than there are times come without a time. */
  capacity: z.int().min(1).max(1000).nullable().default(null),
  instruction: Instruction.nullable().default(null),
  meeting: Meeting.nullable().default(null),
})
export type Reception = z.infer<typeof Reception>

/** A month of receptions: proposed, then approved (clauses 6 and 7). */
export const MonthSchedule = z.strictObject({ month: PlainMonth, receptions: z.array(Reception) })
export type MonthSchedule = z.infer<typeof MonthSchedule>

/** Why an approved schedule was changed without a new approval; `ref` is the key of the absence or restriction, or empty. */
export const ScheduleChange = z.strictObject({
  code: z.enum(['absence', 'restriction', 'instruction', 'meeting', 'same_day', 'undone']),
  ref: z.string().max(80),
})
export type ScheduleChange = z.infer<typeof ScheduleChange>

/** Where a schedule is posted: in the reception room and on the site (clause 7), in the centre (KZ-2026 rule 19). */
export const PostingPlace = z.enum(['room', 'site', 'center'])
export type PostingPlace = z.infer<typeof PostingPlace>
