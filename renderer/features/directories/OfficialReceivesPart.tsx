import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { validOn } from '#shared/directory/model.ts'
import { subtopicsOf, topicsOf } from '#shared/directory/topics.ts'
import { RoomField } from '../../components/RoomField.tsx'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FormPart } from './FormPart.tsx'
import { LanguagesField } from './LanguagesField.tsx'
import type { OfficialFields } from './official-form.ts'
import { receptionRules } from './reception-rules.ts'

const TEXTS: readonly { name: 'from' | 'to' | 'slot' | 'buffer'; label: LocaleKey; example?: string }[] = [
  { name: 'from', label: 'field.officials.from', example: '09:00' },
  { name: 'to', label: 'field.officials.to', example: '13:00' },
  { name: 'slot', label: 'directories.official.slot' },
  { name: 'buffer', label: 'directories.official.buffer' },
]

interface Filled {
  readonly form: UseFormReturn<OfficialFields>
}

/** When, where and with what an official receives. */
export function OfficialReceivesPart({ form }: Filled) {
  const { t } = useWords()
  const faultOf = useFieldText()
  const { errors } = form.formState
  const rules = useMemo(() => [{ value: '', label: t('directories.official.no_days') }, ...receptionRules(t)], [t])
  return (
    <FormPart title="directories.official.part.receives">
      <NativeSelect label={t('field.officials.reception_rule')} data={rules} {...form.register('rule')} />
      <Controller
        control={form.control}
        name="room"
        render={({ field: { ref: _ref, name: _name, ...field }, fieldState }) => (
          <RoomField label={t('field.officials.room')} error={faultOf(fieldState.error)} {...field} />
        )}
      />
      {TEXTS.map(({ name, label, example }) => (
        <TextInput
          key={name}
          label={t(label)}
          placeholder={example}
          error={faultOf(errors[name])}
          {...form.register(name)}
        />
      ))}
      <Controller
        control={form.control}
        name="languages"
        render={({ field, fieldState }) => (
          <LanguagesField
            label="directories.official.languages"
            value={field.value}
            error={faultOf(fieldState.error)}
            onChange={field.onChange}
          />
        )}
      />
      <Topics form={form} />
    </FormPart>
  )
}

/** Topics the official answers for, of both levels; those that have ended stay where they were chosen. */
function Topics({ form }: Filled) {
  const { t, language } = useWords()
  const today = useToday()
  const { topic } = useDirectories()
  const chosen = form.watch('topics')
  const data = useMemo(() => {
    const offered = new Set([...validOn(topic, today).map(({ code }) => code), ...chosen])
    return topicsOf(topic).flatMap(first => {
      const items = [first, ...subtopicsOf(topic, first.code)]
        .filter(({ code }) => offered.has(code))
        .map(one => ({ value: one.code, label: one[language] }))
      return items.length === 0 ? [] : [{ group: first[language], items }]
    })
  }, [topic, today, language, chosen])
  return (
    <Controller
      control={form.control}
      name="topics"
      render={({ field }) => (
        <MultiSelect
          className="wide"
          label={t('directories.official.topics')}
          description={t('directories.official.topics_hint')}
          data={data}
          searchable
          withScrollArea={false}
          classNames={{ options: 'scrolled-options' }}
          nothingFoundMessage={t('directories.not_found')}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  )
}
