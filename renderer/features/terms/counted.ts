import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type Office, ProfileId } from '#shared/office/model.ts'
import { TERM_IDS, type TermId, type TermRule, type TermUnit } from '#shared/regulation/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { type CountedTerm, countFrom, type ExplainedTerm, findTerm } from '#shared/regulation/terms.ts'
import { quarterOfDay, reportDue } from '#shared/report/due.ts'
import { typedDate } from '../../components/typed-date.ts'

/** What the calculator is asked, as it stands in its fields. `rule`: the act whose terms are counted, or a plain count. */
export interface CountForm {
  readonly date: string
  readonly rule: ProfileId | 'plain'
  readonly term: TermId
  readonly amount: string
  readonly unit: TermUnit
  readonly direction: TermRule['direction']
}

/** More is not counted: three years of working days. */
const MOST = 1000

/** The terms an act sets, in their order. */
export function termsOf(profile: ProfileId): readonly TermId[] {
  const { terms } = profileOf(profile)
  return TERM_IDS.filter(id => terms[id] !== undefined)
}

/** The date asked for with its explanation; null while a field does not say what it should. */
export function countedOf(
  form: CountForm,
  calendar: WorkCalendar,
  office: Pick<Office, 'reportDueDay'>,
): CountedTerm | ExplainedTerm | null {
  const from = typedDate(form.date)
  if (from === null) return null
  // The acts set no day for the report: the office does, and Today counts by the same.
  if (form.rule !== 'plain' && form.term === 'report') return reportDue(office, quarterOfDay(from), calendar)
  if (form.rule !== 'plain') return findTerm(form.term, form.rule, from, calendar)
  const amount = amountOf(form.amount)
  if (amount === null) return null
  return countFrom(from, { amount, unit: form.unit, direction: form.direction }, calendar)
}

/** A number of days or months as typed, 1 to 1000; null where it is none. */
export function amountOf(text: string): number | null {
  const amount = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return amount >= 1 && amount <= MOST ? amount : null
}

/** The form with another act: a term that act does not set gives way to the answer. */
export function withRule(form: CountForm, chosen: string): CountForm {
  const rule = ProfileId.safeParse(chosen)
  if (!rule.success) return { ...form, rule: 'plain' }
  const term = termsOf(rule.data).includes(form.term) ? form.term : 'answer'
  return { ...form, rule: rule.data, term }
}
