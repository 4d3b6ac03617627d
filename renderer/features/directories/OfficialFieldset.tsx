import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { validOn } from '#shared/directory/model.ts'
import { OfficialCategory } from '#shared/official/model.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from './DayField.tsx'
import { CATEGORY_NAMES } from './directory-words.ts'
import { FormPart } from './FormPart.tsx'
import type { OfficialFields } from './official-form.ts'

type OfficialText =
  | 'positionKk'
  | 'positionRu'
  | 'phone'
  | 'email'
  | `${'surname' | 'given' | 'patronymic'}${'Kk' | 'Ru'}`

const NAMES: readonly { name: OfficialText; label: LocaleKey; lang: 'kk' | 'ru' }[] = [
  { name: 'surnameKk', label: 'field.officials.surname_kk', lang: 'kk' },
  { name: 'surnameRu', label: 'field.officials.surname_ru', lang: 'ru' },
  { name: 'givenKk', label: 'field.officials.given_kk', lang: 'kk' },
  { name: 'givenRu', label: 'field.officials.given_ru', lang: 'ru' },
  { name: 'patronymicKk', label: 'field.officials.patronymic_kk', lang: 'kk' },
  { name: 'patronymicRu', label: 'field.officials.patronymic_ru', lang: 'ru' },
  { name: 'positionKk', label: 'field.officials.position_kk', lang: 'kk' },
  { name: 'positionRu', label: 'field.officials.position_ru', lang: 'ru' },
]

const UNITS = [
  { name: 'unitKk', label: 'field.officials.unit_kk', lang: 'kk' },
  { name: 'unitRu', label: 'field.officials.unit_ru', lang: 'ru' },
] as const

/** Who an official is: names, post and unit in both languages side by side, the term in the post, how to reach them. */
export function OfficialFieldset({ form }: { form: UseFormReturn<OfficialFields> }): ReactNode {
  const { t } = useWords()
  const { unit } = useDirectories()
  const today = useToday()
  const units = useId()
  const faultOf = useFieldText()
  const { errors } = form.formState
  const text = (name: OfficialText) => ({ error: faultOf(errors[name]), ...form.register(name) })
  return (
    <FormPart title="directories.official.part.person">
      <NativeSelect
        className="wide"
        label={t('field.officials.category')}
        data-autofocus
        data={OfficialCategory.options.map(one => ({ value: one, label: t(CATEGORY_NAMES[one]) }))}
        {...form.register('category')}
      />
      {NAMES.map(({ name, label, lang }) => (
        <TextInput key={name} label={t(label)} lang={lang} {...text(name)} />
      ))}
      {UNITS.map(({ name, label, lang }) => (
        <TextInput
          key={name}
          label={t(label)}
          lang={lang}
          list={`${units}-${lang}`}
          error={faultOf(errors[name])}
          {...form.register(name)}
        />
      ))}
      {UNITS.map(({ lang }) => (
        <datalist key={lang} id={`${units}-${lang}`}>
          {validOn(unit, today).map(one => (
            <option key={one.code} value={one[lang]} />
          ))}
        </datalist>
      ))}
      <DayField
        control={form.control}
        name="since"
        label="directories.official.since"
        hint="directories.field.days_hint"
      />
      <DayField
        control={form.control}
        name="until"
        label="directories.official.until"
        hint="directories.official.until_hint"
      />
      <TextInput label={t('field.officials.phone')} type="tel" {...text('phone')} />
      <TextInput label={t('field.officials.email')} type="email" {...text('email')} />
    </FormPart>
  )
}
