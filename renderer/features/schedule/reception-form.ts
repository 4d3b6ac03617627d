import { z } from 'zod'
import type { Official } from '#shared/official/model.ts'
import { JointParticipant, Reception, ReceptionKind, ReceptionMode } from '#shared/schedule/model.ts'
import { PlainDate, type PlainTime } from '#shared/time/plain-date.ts'
import { typedTime } from '../../components/typed-time.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

const NEEDED: LocaleKey = 'form.needed'
const TIME: LocaleKey = 'form.time'
const ORDER: LocaleKey = 'schedule.form.order'
const SLOT: LocaleKey = 'schedule.form.slot_range'
const BUFFER: LocaleKey = 'schedule.form.buffer_range'
const CAPACITY: LocaleKey = 'schedule.form.capacity_range'

const time = z.string().refine(typed => typedTime(typed) !== null, TIME)
const whole = (least: number, most: number, fault: LocaleKey) =>
  z
    .string()
    .trim()
    .refine(typed => /^\d{1,4}$/.test(typed) && Number(typed) >= least && Number(typed) <= most, fault)
const text = (longest: number) => z.string().trim().max(longest)
const day = z.string().nullable()

/** A reception as it is typed, flat, so that each fault stands beside its own field. */
export const ReceptionFields = z
  .object({
    officialId: z.string().min(1, NEEDED),
    kind: ReceptionKind,
    mode: ReceptionMode,
    date: day,
    from: time,
    to: time,
    room: text(40),
    link: text(60),
    slot: whole(5, 240, SLOT),
    buffer: whole(0, 60, BUFFER),
    capacity: z.string().trim(),
    instructionOn: day,
    instructionNumber: text(60),
    instructionText: text(1000),
    meetingOn: day,
    placeKk: text(400),
    placeRu: text(400),
    joint: z.array(JointParticipant),
  })
  .superRefine((fields, { addIssue }) => {
    const fault = (path: keyof typeof fields, message: LocaleKey) => addIssue({ code: 'custom', path: [path], message })
    const isDay = (typed: string | null) => PlainDate.safeParse(typed).success
    const [from, to] = [typedTime(fields.from), typedTime(fields.to)]
    if (from !== null && to !== null && from >= to) fault('to', ORDER)
    if (!isDay(fields.date)) fault('date', NEEDED)
    if (fields.mode === 'in_person' && fields.room === '') fault('room', NEEDED)
    if (fields.mode === 'video' && fields.link === '') fault('link', NEEDED)
    if (fields.capacity !== '' && !whole(1, 1000, CAPACITY).safeParse(fields.capacity).success) {
      fault('capacity', CAPACITY)
    }
    if (fields.kind === 'off_schedule' && !isDay(fields.instructionOn)) fault('instructionOn', NEEDED)
    if (fields.kind === 'after_meeting' && !isDay(fields.meetingOn)) fault('meetingOn', NEEDED)
  })
export type ReceptionFields = z.infer<typeof ReceptionFields>

/** What the form shows of a reception. */
export function fieldsOfReception(one: Reception): ReceptionFields {
  const { instruction, meeting } = one
  return {
    officialId: one.officialId,
    kind: one.kind,
    mode: one.mode,
    date: one.date,
    from: one.from,
    to: one.to,
    room: one.room,
    link: one.link,
    slot: String(one.slot),
    buffer: String(one.buffer),
    capacity: one.capacity === null ? '' : String(one.capacity),
    instructionOn: instruction?.on ?? null,
    instructionNumber: instruction?.number ?? '',
    instructionText: instruction?.text ?? '',
    meetingOn: meeting?.on ?? null,
    placeKk: meeting?.place.kk ?? '',
    placeRu: meeting?.place.ru ?? '',
    joint: meeting === null ? [] : [...meeting.joint],
  }
}

/** What the form of a new reception begins with: the hours, room and slot of its official. */
export function fieldsOfOfficial(official: Official | undefined): Partial<ReceptionFields> {
  if (official === undefined) return {}
  const { id, from, to, room, slot, buffer } = official
  return {
    officialId: id,
    from: from ?? '10:00',
    to: to ?? '13:00',
    room,
    slot: String(slot),
    buffer: String(buffer),
  }
}

/** The reception of a form, or null while it is none yet. What does not belong to its kind or mode is left out. */
export function findReception(fields: ReceptionFields, id: string): Reception | null {
  if (!ReceptionFields.safeParse(fields).success) return null
  const { kind, mode, capacity, instructionOn, meetingOn } = fields
  const parsed = Reception.safeParse({
    id,
    officialId: fields.officialId,
    date: fields.date,
    from: typedTime(fields.from) satisfies PlainTime | null,
    to: typedTime(fields.to),
    room: mode === 'in_person' ? fields.room.trim() : '',
    link: mode === 'video' ? fields.link.trim() : '',
    moved: null,
    kind,
    mode,
    slot: Number(fields.slot),
    buffer: Number(fields.buffer),
    capacity: capacity === '' ? null : Number(capacity),
    instruction:
      kind === 'off_schedule'
        ? { on: instructionOn, number: fields.instructionNumber, text: fields.instructionText }
        : null,
    meeting:
      kind === 'after_meeting'
        ? { on: meetingOn, place: { kk: fields.placeKk, ru: fields.placeRu }, joint: fields.joint }
        : null,
  })
  return parsed.success ? parsed.data : null
}
