import { z } from 'zod'
import { Language } from '#shared/application/model.ts'
import { Helper, HelperKind } from '#shared/reception-helper/model.ts'
import { addDays, type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { typedDate } from '../../components/typed-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { typedForm } from '../calendar/calendar-words.ts'

const NEEDED: LocaleKey = 'form.needed'
const LONG: LocaleKey = 'directories.fault.long'
const LANGUAGES: LocaleKey = 'directories.fault.languages'
const TERM: LocaleKey = 'directories.fault.days_order'
const DATES: LocaleKey = 'directories.fault.dates'
const NO_DAYS: LocaleKey = 'directories.fault.no_days'

const text = (longest: number) => z.string().trim().max(longest, LONG)
const needed = text(400).min(1, NEEDED)

/** A helper as typed, flat; dates day first, with spaces, commas or lines between them. */
export const HelperFields = z
  .object({
    kind: HelperKind,
    surnameKk: needed,
    surnameRu: needed,
    givenKk: needed,
    givenRu: needed,
    patronymicKk: text(400),
    patronymicRu: text(400),
    organisationKk: text(400),
    organisationRu: text(400),
    phone: text(40),
    languages: z.array(Language).min(1, LANGUAGES),
    weekdays: z.array(z.string()),
    dates: z.string().refine(typed => wordsOf(typed).length <= 366 && datesOf(typed) !== null, DATES),
    since: z.string().nullable(),
    until: z.string().nullable(),
  })
  .refine(({ since, until }) => !since || !until || since <= until, { path: ['until'], message: TERM })
  .refine(({ weekdays, dates }) => weekdays.length > 0 || dates.trim() !== '', { path: ['dates'], message: NO_DAYS })
export type HelperFields = z.infer<typeof HelperFields>

/** What the form shows of a helper; of none, an empty form. */
export function helperFieldsOf(helper: Helper | null): HelperFields {
  const { name, organisation, days } = helper ?? {}
  return {
    kind: helper?.kind ?? 'lawyer',
    surnameKk: name?.surname.kk ?? '',
    surnameRu: name?.surname.ru ?? '',
    givenKk: name?.given.kk ?? '',
    givenRu: name?.given.ru ?? '',
    patronymicKk: name?.patronymic.kk ?? '',
    patronymicRu: name?.patronymic.ru ?? '',
    organisationKk: organisation?.kk ?? '',
    organisationRu: organisation?.ru ?? '',
    phone: helper?.phone ?? '',
    languages: helper?.languages ?? ['kk', 'ru'],
    weekdays: days?.weekdays.map(String) ?? [],
    dates: days?.dates.map(typedForm).join(', ') ?? '',
    since: helper?.since ?? null,
    until: helper?.until ?? null,
  }
}

/** The helper of a form. Throws where it is none. */
export function helperOf(form: HelperFields): Helper {
  return Helper.parse({
    kind: form.kind,
    name: {
      surname: { kk: form.surnameKk, ru: form.surnameRu },
      given: { kk: form.givenKk, ru: form.givenRu },
      patronymic: { kk: form.patronymicKk, ru: form.patronymicRu },
    },
    organisation: { kk: form.organisationKk, ru: form.organisationRu },
    phone: form.phone,
    languages: form.languages,
    days: { dates: datesOf(form.dates), weekdays: form.weekdays.map(Number).sort((a, b) => a - b) },
    since: form.since || null,
    until: form.until || null,
  })
}

/** The dates typed, in their order, each once; null where something is no date. */
export function datesOf(typed: string): PlainDate[] | null {
  const dates = wordsOf(typed).map(typedDate)
  return dates.some(date => date === null) ? null : [...new Set(dates.flatMap(date => date ?? []))].sort()
}

/** The months that hold these dates and today; of no dates, this month. */
export function monthsAround(dates: readonly PlainDate[], today: PlainDate): { from: PlainMonth; to: PlainMonth } {
  const all = [today, ...dates].sort()
  const monthOf = (date: PlainDate | undefined) => PlainMonth.parse((date ?? today).slice(0, 7))
  return { from: monthOf(all[0]), to: monthOf(all.at(-1)) }
}

/** The next dates of a helper, at most so many. */
export function nextDates({ days }: Pick<Helper, 'days'>, today: PlainDate, most: number): PlainDate[] {
  return days.dates.filter(date => date > addDays(today, -1)).slice(0, most)
}

function wordsOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter(word => word !== '')
}
