import { z } from 'zod'
import type { Language } from '#shared/application/model.ts'
import { FirstRun } from '#shared/ipc/contract.ts'
import { DeskLetter, Office, ProfileId, type ProfilePeriod, User } from '#shared/office/model.ts'
import { profileOn, withProfile } from '#shared/regulation/profile.ts'
import { type PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

const NEEDED: LocaleKey = 'form.needed'
const TIME: LocaleKey = 'form.time'
const LETTER: LocaleKey = 'form.letter'
const EMAIL: LocaleKey = 'form.email'
const PROMISE_FAULT: LocaleKey = 'office.promise.fault'
const RECALL_AFTER_FAULT: LocaleKey = 'office.recall_after.fault'
const RECALL_TIMES_FAULT: LocaleKey = 'office.recall_times.fault'
const REPORT_DUE_FAULT: LocaleKey = 'office.report_due.fault'
const HOURS: LocaleKey = 'form.hours_order'

const needed = (longest: number) => z.string().trim().min(1, NEEDED).max(longest)
const time = z
  .string()
  .trim()
  .refine(text => PlainTime.safeParse(text).success, TIME)

/** A whole number as typed; NaN where it is none. */
function wholeTyped(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

/** The office's data as typed, flat, so that each fault stands beside its own field. */
export const OfficeFields = z.object({
  nameKk: needed(400),
  nameRu: needed(400),
  regionKk: needed(400),
  regionRu: needed(400),
  room: needed(40),
  addressKk: z.string().trim().max(400),
  addressRu: z.string().trim().max(400),
  phone: z.string().trim().max(40),
  email: z
    .string()
    .trim()
    .max(120)
    .refine(text => text === '' || z.email().safeParse(text).success, EMAIL),
  from: time,
  lunchFrom: time,
  lunchTo: time,
  to: time,
  profile: ProfileId,
  secondPerson: z.boolean(),
  timesOutOfTurn: z.boolean(),
  letterIndex: z.string().trim().min(1, 'form.needed').max(20),
  promise: z
    .string()
    .trim()
    .refine(text => Office.shape.promise.safeParse(wholeTyped(text)).success, PROMISE_FAULT),
  recallAfter: z
    .string()
    .trim()
    .refine(text => Office.shape.recallAfter.safeParse(wholeTyped(text)).success, RECALL_AFTER_FAULT),
  recallTimes: z
    .string()
    .trim()
    .refine(text => Office.shape.recallTimes.safeParse(wholeTyped(text)).success, RECALL_TIMES_FAULT),
  reportDueDay: z
    .string()
    .trim()
    .refine(text => text !== '' && Office.shape.reportDueDay.safeParse(wholeTyped(text)).success, REPORT_DUE_FAULT),
})
export type OfficeFields = z.infer<typeof OfficeFields>

/** Hours follow one another: the beginning, lunch, the end. */
export const officeInOrder = <T extends OfficeFields>(form: T): boolean =>
  form.from < form.lunchFrom && form.lunchFrom < form.lunchTo && form.lunchTo < form.to

/** Where a breach of the order of hours is told. */
export const HOURS_FAULT = { path: ['to'], message: HOURS }

/** The first-run form as typed. */
export const FirstRunForm = OfficeFields.extend({
  userName: needed(120),
  role: User.shape.role,
  positionKk: needed(400),
  positionRu: needed(400),
  letter: z
    .string()
    .trim()
    .toUpperCase()
    .refine(text => DeskLetter.safeParse(text).success, LETTER),
}).refine(officeInOrder, HOURS_FAULT)
export type FirstRunForm = z.infer<typeof FirstRunForm>

/** The office as the journal holds it; another regulation than in the periods is in force from today. */
export function officeOf(form: OfficeFields, periods: readonly ProfilePeriod[], today: PlainDate) {
  const isKept = periods.length > 0 && profileOn({ profiles: periods }, today) === form.profile
  return {
    name: { kk: form.nameKk, ru: form.nameRu },
    region: { kk: form.regionKk, ru: form.regionRu },
    room: form.room,
    address: { kk: form.addressKk, ru: form.addressRu },
    phone: form.phone,
    email: form.email,
    hours: { from: form.from, to: form.to, lunchFrom: form.lunchFrom, lunchTo: form.lunchTo },
    profiles: isKept ? periods : withProfile(periods, form.profile, today),
    secondPerson: form.secondPerson,
    letterIndex: form.letterIndex,
    promise: wholeTyped(form.promise),
    recallAfter: wholeTyped(form.recallAfter),
    recallTimes: wholeTyped(form.recallTimes),
    reportDueDay: wholeTyped(form.reportDueDay),
    timesOutOfTurn: form.timesOutOfTurn,
  }
}

/** What main is asked to begin with. */
export function firstRunOf(form: FirstRunForm, language: Language, today: PlainDate): FirstRun {
  return FirstRun.parse({
    language,
    office: officeOf(form, [], today),
    user: { name: form.userName, role: form.role, position: { kk: form.positionKk, ru: form.positionRu } },
    letter: form.letter,
  })
}
