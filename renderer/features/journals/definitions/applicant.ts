import { numberText } from '#shared/application/number.ts'
import { applicantName } from '../../../components/applicant-name.ts'

import { CHOICE, IIN, type JournalColumn, NARROW, PHONE, text, UNSEEN, WIDE } from '../column.ts'

/** The person as the lists of the office name them; of an erased one that they were erased. */
export const PERSON = text('person', ({ of: { application } }, { t }) => {
  if (application === undefined) return ''
  if (application.personal === null) return t('applications.erased')
  return applicantName(application.personal) || application.personal.organisation
})

export const NUMBER = text(
  'number',
  ({ of: { application } }) => {
    const number = application?.registered?.number
    return number ? numberText(number) : ''
  },
  NARROW,
)

export const EOTINISH = text('eotinish', ({ of }) => of.application?.personal?.eotinish)
export const IIN_OF = text('iin', ({ of }) => of.application?.personal?.iin, IIN)
export const PHONE_OF = text('phone', ({ of }) => of.application?.personal?.phone, PHONE)
export const ADDRESS = text('address', ({ of }) => of.application?.registered?.personal?.address, UNSEEN)
export const ESSENCE = text('essence', ({ of }) => of.application?.personal?.essence, WIDE)
export const CATEGORY = text(
  'category',
  ({ of }, { entryOf }) => entryOf('category', of.application?.personal?.category ?? null),
  CHOICE,
)
export const TOPIC = text(
  'topic',
  ({ of }, { entryOf }) => entryOf('topic', of.application?.facts?.topic ?? null),
  CHOICE,
)
export const DISTRICT = text(
  'district',
  ({ of }, { entryOf }) => entryOf('district', of.application?.facts?.district ?? null),
  CHOICE,
)
export const OFFICIAL = text(
  'official',
  ({ of: { application } }, { officialOf }) =>
    application?.facts?.officialId ? officialOf(application.facts.officialId) : application?.personal?.officialText,
  CHOICE,
)

/** The same column, seen only once it is chosen. */
export function unseen(column: JournalColumn): JournalColumn {
  return { ...column, isShown: false }
}

/** Yes or nothing. */
export function yes(is: boolean | undefined, { t }: Pick<Parameters<JournalColumn['value']>[1], 't'>): string {
  return is ? t('card.yes') : ''
}
