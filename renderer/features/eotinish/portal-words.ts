import type { PortalField } from '#shared/eotinish/fields.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** What the fields of the portal are called. */
export const FIELD_WORDS: Record<PortalField, LocaleKey> = {
  surname: 'register.surname',
  given: 'register.given',
  patronymic: 'register.patronymic',
  iin: 'column.iin',
  organisation: 'column.organisation',
  bin: 'column.bin',
  phone: 'column.phone',
  address: 'register.address',
  topic: 'column.topic',
  essence: 'column.essence',
  language: 'column.language',
  channel: 'column.channel',
}
