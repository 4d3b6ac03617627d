import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { HelperKind } from '#shared/reception-helper/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from './DayField.tsx'
import { HELPER_KINDS } from './directory-words.ts'
import { FormPart } from './FormPart.tsx'
import type { HelperFields } from './helper-form.ts'
import { LanguagesField } from './LanguagesField.tsx'

type NameField = `${'surname' | 'given' | 'patronymic' | 'organisation'}${'Kk' | 'Ru'}`

const NAMES: readonly { name: NameField; label: LocaleKey; lang: 'kk' | 'ru' }[] = [
  { name: 'surnameKk', label: 'field.officials.surname_kk', lang: 'kk' },
  { name: 'surnameRu', label: 'field.officials.surname_ru', lang: 'ru' },
  { name: 'givenKk', label: 'field.officials.given_kk', lang: 'kk' },
  { name: 'givenRu', label: 'field.officials.given_ru', lang: 'ru' },
  { name: 'patronymicKk', label: 'field.officials.patronymic_kk', lang: 'kk' },
  { name: 'patronymicRu', label: 'field.officials.patronymic_ru', lang: 'ru' },
  { name: 'organisationKk', label: 'directories.helper.organisation_kk', lang: 'kk' },
  { name: 'organisationRu', label: 'directories.helper.organisation_ru', lang: 'ru' },
]

interface Filled {
  readonly form: UseFormReturn<HelperFields>
  /** What is wrong with the dates beside how they are typed; undefined: nothing. */
  readonly datesFault: string | undefined
}

/** Who helps, and how to reach them. */
export function HelperFieldset({ form, datesFault }: Filled) {
  const { t } = useWords()
  const faultOf = useFieldText()
  const { errors } = form.formState
  return (
    <>
      <FormPart title="directories.official.part.person">
        <NativeSelect
          className="wide"
          label={t('directories.helper.kind')}
          data-autofocus
          data={HelperKind.options.map(one => ({ value: one, label: t(HELPER_KINDS[one]) }))}
          {...form.register('kind')}
        />
        {NAMES.map(({ name, label, lang }) => (
          <TextInput key={name} label={t(label)} lang={lang} error={faultOf(errors[name])} {...form.register(name)} />
        ))}
        <TextInput
          label={t('field.officials.phone')}
          type="tel"
          error={faultOf(errors.phone)}
          {...form.register('phone')}
        />
        <Controller
          control={form.control}
          name="languages"
          render={({ field, fieldState }) => (
            <LanguagesField
              label="directories.helper.languages"
              value={field.value}
              error={faultOf(fieldState.error)}
              onChange={field.onChange}
            />
          )}
        />
      </FormPart>
      <DaysPart form={form} datesFault={datesFault} />
    </>
  )
}

/** When they help: weekdays or dates, within a term. */
function DaysPart({ form, datesFault }: Filled) {
  const { t } = useWords()
  const faultOf = useFieldText()
  const { errors } = form.formState
  const weekdays = t('date.weekdays.full').split('|')
  const isVolunteer = form.watch('kind') === 'volunteer'
  return (
    <FormPart title="directories.helper.days">
      <Controller
        control={form.control}
        name="weekdays"
        render={({ field }) => (
          <Checkbox.Group
            className="wide"
            label={t('directories.helper.weekdays')}
            description={isVolunteer ? t('directories.helper.volunteer_hint') : undefined}
            value={field.value}
            onChange={field.onChange}
          >
            <div className="weekdays">
              {weekdays.map((day, place) => (
                <Checkbox key={day} value={String(place + 1)} label={day} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      <Textarea
        className="wide"
        label={t('directories.helper.dates')}
        description={t('directories.helper.dates_hint')}
        rows={2}
        error={faultOf(errors.dates) ?? datesFault}
        {...form.register('dates')}
      />
      <DayField control={form.control} name="since" label="directories.field.from" hint="directories.field.days_hint" />
      <DayField control={form.control} name="until" label="directories.field.to" hint="directories.field.days_hint" />
    </FormPart>
  )
}
