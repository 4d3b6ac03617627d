import { NativeSelect, TextInput } from '@mantine/core'
import { useId, useMemo } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { validOn } from '#shared/directory/model.ts'
import { OfficialCategory } from '#shared/official/model.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useDirectories } from '../../components/use-directories.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CATEGORY_NAMES } from './directory-words.ts'
import type { OfficialFields } from './official-form.ts'
import { receptionRules } from './reception-rules.ts'

type OfficialText = Exclude<keyof OfficialFields, 'category' | 'rule'>

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

const TIMES = [
  { name: 'from', label: 'field.officials.from' },
  { name: 'to', label: 'field.officials.to' },
] as const

/** Fields of an official: both languages side by side, then where and when. Units are offered from their directory. */
export function OfficialFieldset({ form }: { form: UseFormReturn<OfficialFields> }) {
  const { t } = useWords()
  const { today } = useDesk().start
  const { unit } = useDirectories()
  const units = useId()
  const faultOf = useFieldText()
  const { errors } = form.formState
  const rules = useMemo(() => [{ value: '', label: t('directories.official.no_days') }, ...receptionRules(t)], [t])
  const text = (name: OfficialText) => ({ error: faultOf(errors[name]), ...form.register(name) })
  return (
    <div className="form-grid">
      <NativeSelect
        label={t('field.officials.category')}
        data-autofocus
        data={OfficialCategory.options.map(one => ({ value: one, label: t(CATEGORY_NAMES[one]) }))}
        {...form.register('category')}
      />
      <NativeSelect label={t('field.officials.reception_rule')} data={rules} {...form.register('rule')} />
      {NAMES.map(({ name, label, lang }) => (
        <TextInput key={name} label={t(label)} lang={lang} {...text(name)} />
      ))}
      {UNITS.map(({ name, label, lang }) => (
        <TextInput key={name} label={t(label)} lang={lang} list={`${units}-${lang}`} {...text(name)} />
      ))}
      {UNITS.map(({ lang }) => (
        <datalist key={lang} id={`${units}-${lang}`}>
          {validOn(unit, today).map(one => (
            <option key={one.code} value={one[lang]} />
          ))}
        </datalist>
      ))}
      <div className="wide hours">
        <TextInput label={t('field.officials.room')} {...text('room')} />
        {TIMES.map(({ name, label }) => (
          <TextInput key={name} label={t(label)} placeholder="09:00" {...text(name)} />
        ))}
      </div>
    </div>
  )
}
