import { TextInput } from '@mantine/core'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { OfficeFields } from '../first-run/first-run-form.ts'

type OfficeText = Exclude<keyof OfficeFields, 'profile'>

const FIELDS: readonly { name: OfficeText; label: LocaleKey; lang?: 'kk' | 'ru' }[] = [
  { name: 'nameKk', label: 'office.name_kk', lang: 'kk' },
  { name: 'nameRu', label: 'office.name_ru', lang: 'ru' },
  { name: 'regionKk', label: 'office.region_kk', lang: 'kk' },
  { name: 'regionRu', label: 'office.region_ru', lang: 'ru' },
  { name: 'addressKk', label: 'office.address_kk', lang: 'kk' },
  { name: 'addressRu', label: 'office.address_ru', lang: 'ru' },
  { name: 'room', label: 'office.room' },
  { name: 'phone', label: 'office.phone' },
  { name: 'email', label: 'office.email' },
]

const HOURS: readonly { name: OfficeText; label: LocaleKey }[] = [
  { name: 'from', label: 'office.from' },
  { name: 'lunchFrom', label: 'office.lunch_from' },
  { name: 'lunchTo', label: 'office.lunch_to' },
  { name: 'to', label: 'office.to' },
]

interface Registered {
  readonly register: (name: OfficeText) => UseFormRegisterReturn
  readonly errors: { readonly [Name in OfficeText]?: { message?: string | undefined } | undefined }
}

/** Fields of the office as it prints on sheets: both languages side by side, and the working hours. */
export function OfficeFieldset({ register, errors }: Registered) {
  const { t } = useWords()
  const faultOf = useFieldText()
  const input = ({ name, label, lang }: { name: OfficeText; label: LocaleKey; lang?: 'kk' | 'ru' }) => (
    <TextInput key={name} label={t(label)} lang={lang} error={faultOf(errors[name])} {...register(name)} />
  )
  return (
    <>
      {FIELDS.map(input)}
      <fieldset className="wide hours">
        <legend>{t('office.hours')}</legend>
        {HOURS.map(input)}
      </fieldset>
    </>
  )
}
