import { z } from 'zod'
import { Code, Language } from '#shared/application/model.ts'
import { Email, Official, OfficialCategory } from '#shared/official/model.ts'
import { PlainTime } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

const NEEDED: LocaleKey = 'form.needed'
const LONG: LocaleKey = 'directories.fault.long'
const TIME: LocaleKey = 'form.time'
const HOURS: LocaleKey = 'directories.fault.hours'
const SLOT: LocaleKey = 'directories.fault.slot'
const BUFFER: LocaleKey = 'directories.fault.buffer'
const EMAIL: LocaleKey = 'form.email'
const LANGUAGES: LocaleKey = 'directories.fault.languages'
const TERM: LocaleKey = 'directories.fault.days_order'

const text = (longest: number) => z.string().trim().max(longest, LONG)
const needed = text(400).min(1, NEEDED)
const time = z
  .string()
  .trim()
  .refine(typed => typed === '' || PlainTime.safeParse(typed).success, TIME)

/** Whole minutes as typed, within what an official may have. */
const minutes = (least: number, most: number, fault: LocaleKey) =>
  z
    .string()
    .trim()
    .refine(typed => /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most, fault)

/** An official as typed, flat, so that each fault stands beside its own field. */
export const OfficialFields = z
  .object({
    category: OfficialCategory,
    surnameKk: needed,
    surnameRu: needed,
    givenKk: needed,
    givenRu: needed,
    patronymicKk: text(400),
    patronymicRu: text(400),
    positionKk: needed,
    positionRu: needed,
    unitKk: text(400),
    unitRu: text(400),
    room: text(40),
    rule: z.string(),
    from: time,
    to: time,
    slot: minutes(5, 240, SLOT),
    buffer: minutes(0, 60, BUFFER),
    phone: text(40),
    email: text(120).refine(typed => typed === '' || Email.safeParse(typed).success, EMAIL),
    languages: z.array(Language).min(1, LANGUAGES),
    topics: z.array(Code),
    since: z.string().nullable(),
    until: z.string().nullable(),
    substitutes: z.array(z.string()).max(10),
  })
  .refine(({ since, until }) => !since || !until || since <= until, { path: ['until'], message: TERM })
  .refine(({ from, to }) => from === '' || to === '' || from < to, { path: ['to'], message: HOURS })
export type OfficialFields = z.infer<typeof OfficialFields>

/** What the form shows of an official; of none, an empty form. */
export function officialFieldsOf(official: Official | null): OfficialFields {
  const { name, position, unit } = official ?? {}
  return {
    category: official?.category ?? 'unit_head',
    surnameKk: name?.surname.kk ?? '',
    surnameRu: name?.surname.ru ?? '',
    givenKk: name?.given.kk ?? '',
    givenRu: name?.given.ru ?? '',
    patronymicKk: name?.patronymic.kk ?? '',
    patronymicRu: name?.patronymic.ru ?? '',
    positionKk: position?.kk ?? '',
    positionRu: position?.ru ?? '',
    unitKk: unit?.kk ?? '',
    unitRu: unit?.ru ?? '',
    room: official?.room ?? '',
    rule: official?.rule ?? '',
    from: official?.from ?? '',
    to: official?.to ?? '',
    slot: String(official?.slot ?? 20),
    buffer: String(official?.buffer ?? 0),
    phone: official?.phone ?? '',
    email: official?.email ?? '',
    languages: official?.languages ?? ['kk', 'ru'],
    topics: official?.topics ?? [],
    since: official?.since ?? null,
    until: official?.until ?? null,
    substitutes: official?.substitutes ?? [],
  }
}

/** The official of a form. Throws where it is none. */
export function officialOf(form: OfficialFields, id: string): Official {
  return Official.parse({
    id,
    category: form.category,
    name: {
      surname: { kk: form.surnameKk, ru: form.surnameRu },
      given: { kk: form.givenKk, ru: form.givenRu },
      patronymic: { kk: form.patronymicKk, ru: form.patronymicRu },
    },
    position: { kk: form.positionKk, ru: form.positionRu },
    unit: { kk: form.unitKk, ru: form.unitRu },
    room: form.room,
    rule: form.rule || null,
    from: form.from || null,
    to: form.to || null,
    slot: Number(form.slot),
    buffer: Number(form.buffer),
    phone: form.phone,
    email: form.email,
    languages: form.languages,
    topics: form.topics,
    since: form.since || null,
    until: form.until || null,
    substitutes: form.substitutes,
  })
}
