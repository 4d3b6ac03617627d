import { z } from 'zod'
import { maskIin } from '#shared/applicant/mask.ts'
import { baseName } from '#shared/applicant/person-name.ts'
import type { Language } from '#shared/application/model.ts'
import { RequestId } from '#shared/application/registration.ts'
import { ActionId, SubjectId } from '#shared/change/action.ts'
import { fold } from '#shared/text/fold.ts'
import { emptyForm, isBegun, RegisterForm } from './register-form.ts'

/** Parts of the form beside what every registration asks. */
export const PARTS = ['person', 'applicant', 'category', 'represented', 'delegation', 'papers', 'other'] as const
export type Part = (typeof PARTS)[number]

/** The person the clerk recognised, with what they were recognised by: another IIN or name is another person. */
const KnownPerson = z.object({ id: SubjectId, iin: z.string(), name: z.string() })
export type KnownPerson = z.infer<typeof KnownPerson>

/** A registration being typed, with the place it was left at. The request makes the same registration saved once. */
export const Draft = z.object({
  request: RequestId,
  form: RegisterForm,
  known: KnownPerson.nullable().catch(null),
  opened: z.array(z.enum(PARTS)).catch([]),
  at: z.object({ field: z.string(), caret: z.int().nonnegative() }).nullable().catch(null),
  /** Of a correction: the action the form was filled in by, so that what was done since is not written over unseen. */
  basedOn: ActionId.optional().catch(undefined),
})
export type Draft = z.infer<typeof Draft>

/** Names under which registrations that were put aside are kept: one channel has no list of drafts. */
export const DRAFT_NAMES: readonly string[] = [
  'register',
  'register.2',
  'register.3',
  'register.4',
  'register.5',
  'register.6',
  'register.7',
  'register.8',
  'register.9',
]

/** A registration nobody has typed in yet. */
export function newDraft(request: string, channel: string, language: Language): Draft {
  return { request, form: emptyForm(channel, language), known: null, opened: [], at: null }
}

/** The text a draft is kept as. */
export function encodeDraft(draft: Draft): string {
  return JSON.stringify(draft)
}

/** The least by which a kept text is a draft. */
const Kept = z.looseObject({ form: z.looseObject({}) })

/** Whether a kept text is a draft at all, be it one nobody typed in. */
export function isReadable(text: string): boolean {
  return Kept.safeParse(parsed(text)).success
}

/**
 * The draft of a kept text. Of a damaged or an older one, whatever can be read; null where that is nothing.
 * `request`: the one to go on with where the draft's own is not readable.
 */
export function decodeDraft(text: string | null, request: string): Draft | null {
  const kept = Kept.safeParse(parsed(text))
  if (!kept.success) return null
  const form = RegisterForm.parse(kept.data.form)
  const own = RequestId.safeParse(kept.data.request)
  const draft = Draft.parse({ ...kept.data, form, request: own.success ? own.data : request })
  return isBegun(draft.form) ? draft : null
}

/** Whom the registration is about, if still the one who was recognised. */
export function subjectOf({ known, form }: Draft): SubjectId | null {
  if (known === null) return null
  const iin = form.iin.replace(/\D/g, '')
  if (known.iin !== '' && iin !== '') return known.iin === iin ? known.id : null
  return known.name === nameOf(form) ? known.id : null
}

/** The name a recognised person is held to: surname and given name in any spelling. */
export function nameOf({ surname, given }: { surname: string; given: string }): string {
  return fold(`${baseName(surname)} ${baseName(given)}`)
}

/** What a draft is called on its tab: the name as far as it is known, or the IIN as lists show it; empty for neither. */
export function draftTitle({ form }: Draft): string {
  const name = [form.surname.trim(), form.given.trim()].filter(part => part !== '').join(' ')
  return name || maskIin(form.iin.trim())
}

/** Parts that hold something and so stand open without being asked. */
export function filledParts(form: RegisterForm): Part[] {
  const holds: Record<Part, boolean> = {
    person: form.address !== '' || form.district !== '' || form.needs.length > 0,
    applicant: form.applicant !== 'citizen',
    category: form.category !== '',
    represented: form.represented,
    delegation: form.delegated,
    papers: form.papers.length > 0,
    other: form.late || form.sameDay || form.consent === 'written' || form.eotinish !== '',
  }
  return PARTS.filter(part => holds[part])
}

/** The part a field stands in, or null for one every registration asks. */
export function partOfField(field: string): Part | null {
  const [first = ''] = field.split('.')
  return PART_OF[first] ?? null
}

const PART_OF: Readonly<Record<string, Part>> = {
  language: 'person',
  district: 'person',
  address: 'person',
  needs: 'person',
  interpreterLanguage: 'person',
  applicant: 'applicant',
  country: 'applicant',
  organisation: 'applicant',
  bin: 'applicant',
  position: 'applicant',
  category: 'category',
  proofSeen: 'category',
  represented: 'represented',
  principal: 'represented',
  powers: 'represented',
  delegated: 'delegation',
  delegation: 'delegation',
  members: 'delegation',
  papers: 'papers',
  consent: 'other',
  eotinish: 'other',
  sameDay: 'other',
  late: 'other',
  lateOn: 'other',
  lateAt: 'other',
}

function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
