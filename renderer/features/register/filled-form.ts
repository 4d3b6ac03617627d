import type { Language } from '#shared/application/model.ts'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import { RegisterForm } from './register-form.ts'

/** The form of a registration as it stands: what is to be put right. */
export function formOf(registration: Registration, personal: RegistrationPersonal): RegisterForm {
  const { principal, powers } = personal
  const { topic, subtopic, officialId, district, catchUp, delegation } = registration
  const dates = { issued: dayFirst(powers?.issued ?? null), validTo: dayFirst(powers?.validTo ?? null) }
  // Parsed, so that the schema picks the fields that both have by the same name.
  return RegisterForm.parse({
    ...registration,
    ...personal,
    noIin: registration.noIin ?? '',
    topic: subtopic ?? topic ?? '',
    official: officialId ?? '',
    district: district ?? '',
    category: personal.category ?? '',
    principal: principal ?? {},
    powers: powers === null ? {} : { ...powers, ...dates },
    delegated: delegation !== null,
    delegation: delegation === null ? '' : String(delegation),
    papers: personal.papers.map(paper => ({ ...paper, pages: String(paper.pages) })),
    late: catchUp !== null,
    lateOn: dayFirst(catchUp?.on ?? null),
    lateAt: catchUp?.at ?? '',
  })
}

/** A date as it is typed: 05.10.2026. */
export function dayFirst(date: PlainDate | null): string {
  return date === null ? '' : date.split('-').reverse().join('.')
}

/**
 * The form with the data of a person known from an earlier case: who, how to be reached, which language. What is asked anew
 * every time stays as typed: the matter, whom to see, whether a document was shown. Nothing known is put over by nothing.
 */
export function takenOver(form: RegisterForm, card: ApplicationCard): RegisterForm {
  if (card.personal === null) return form
  const { surname, given, patronymic, iin, phone, organisation, bin, category } = card.personal
  const own = card.registered?.personal ?? null
  const known = card.registered?.registration ?? null
  const legal = card.facts?.legalEntity === true
  const language: Language = card.facts?.language ?? form.language
  return {
    ...form,
    surname: surname || form.surname,
    given: given || form.given,
    patronymic: surname === '' ? form.patronymic : patronymic,
    iin: iin || form.iin,
    phone: phone || form.phone,
    language,
    district: card.facts?.district ?? form.district,
    address: own?.address || form.address,
    category: category ?? form.category,
    proofSeen: category === null ? form.proofSeen : false,
    applicant: known?.applicant ?? (legal ? 'legal_entity' : form.applicant),
    country: own?.country || form.country,
    organisation: organisation || form.organisation,
    bin: bin || form.bin,
    position: own?.position || form.position,
    interpreterLanguage: own?.interpreterLanguage || form.interpreterLanguage,
    needs: known?.needs ?? form.needs,
  }
}
