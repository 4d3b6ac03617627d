import { z } from 'zod'
import { Language } from '#shared/application/model.ts'
import { ApplicantKind, Need, NoIin, Registration } from '#shared/application/registration.ts'
import { EntityId } from '#shared/change/action.ts'

const text = z.string().catch('')
const mark = z.boolean().catch(false)

/** A name beside the applicant's, as typed. */
const MemberFields = z.object({ surname: text, given: text, patronymic: text, iin: text })
const PaperFields = z.object({ title: text, pages: text, kind: z.enum(['original', 'copy']).catch('copy') })

/**
 * The form as it is typed: texts stay as they were typed, whatever they are. What an older or damaged draft lacks is empty,
 * so that no draft is lost for one field.
 */
export const RegisterForm = z.object({
  channel: z.string().min(1).catch('oral'),
  iin: text,
  noIin: z.union([NoIin, z.literal('')]).catch(''),
  surname: text,
  given: text,
  patronymic: text,
  phone: text,
  essence: text,
  /** Code that was chosen, and what stands in the box where none is. */
  topic: text,
  topicText: text,
  official: text,
  officialText: text,
  language: Language.catch('kk'),
  district: text,
  address: text,
  needs: z.array(Need).catch([]),
  interpreterLanguage: text,
  category: text,
  proofSeen: mark,
  applicant: ApplicantKind.catch('citizen'),
  country: text,
  organisation: text,
  bin: text,
  position: text,
  represented: mark,
  principal: MemberFields.extend({ organisation: text, bin: text }).catch({
    surname: '',
    given: '',
    patronymic: '',
    iin: '',
    organisation: '',
    bin: '',
  }),
  powers: z.object({ document: text, number: text, issuer: text, issued: text, validTo: text, scope: text }).catch({
    document: '',
    number: '',
    issuer: '',
    issued: '',
    validTo: '',
    scope: '',
  }),
  delegated: mark,
  delegation: text,
  members: z.array(MemberFields).catch([]),
  papers: z.array(PaperFields).catch([]),
  consent: Registration.shape.consent.catch('code'),
  sameDay: mark,
  late: mark,
  lateOn: text,
  lateAt: text,
  eotinish: text,
  /** Visit during which it is handed in (clause 25), or empty. */
  atReception: z.union([EntityId, z.literal('')]).catch(''),
})
export type RegisterForm = z.infer<typeof RegisterForm>

/** An empty form: the channel of the registration before, the language of the screen. */
export function emptyForm(channel: string, language: Language): RegisterForm {
  return RegisterForm.parse({ channel, language, principal: {}, powers: {} })
}

/** Whether a person began to fill the form in: there is something that would be missed. */
export function isBegun(form: RegisterForm): boolean {
  const { iin, surname, given, patronymic, phone, essence, topicText, topic, officialText, official, organisation } =
    form
  const typed = [
    iin,
    surname,
    given,
    patronymic,
    phone,
    essence,
    topicText,
    topic,
    officialText,
    official,
    organisation,
  ]
  return typed.some(one => one.trim() !== '') || form.papers.length > 0 || form.address !== ''
}
