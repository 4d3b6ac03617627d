import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import { type EditedDirectory, validOn } from '#shared/directory/model.ts'
import { topicsOf } from '#shared/directory/topics.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useDirectories } from '../../components/use-directories.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from './DayField.tsx'
import { isPhrases } from './directory-words.ts'
import type { EntryFields } from './entry-form.ts'

interface Filled {
  readonly form: UseFormReturn<EntryFields>
  readonly directory: EditedDirectory
  readonly isNew: boolean
}

const EQUIPMENT = { kk: 'directories.field.equipment_kk', ru: 'directories.field.equipment_ru' } as const

/** What is told of an entry beside its name, in the directories that tell it. */
const DETAILS: Partial<Record<EditedDirectory, { readonly kk: LocaleKey; readonly ru: LocaleKey }>> = {
  body: { kk: 'directories.field.detail_kk', ru: 'directories.field.detail_ru' },
  room: EQUIPMENT,
  video_link: EQUIPMENT,
}

/** Fields of an entry: both languages side by side, then what the directory asks for, then the days it is offered. */
export function EntryFieldset({ form, directory, isNew }: Filled) {
  const { t } = useWords()
  const faultOf = useFieldText()
  const { errors } = form.formState
  const detail = DETAILS[directory] ?? null
  return (
    <div className="form-grid">
      <TextInput
        label={t('directories.field.kk')}
        lang="kk"
        data-autofocus
        error={faultOf(errors.kk)}
        {...form.register('kk')}
      />
      <TextInput label={t('directories.field.ru')} lang="ru" error={faultOf(errors.ru)} {...form.register('ru')} />
      {directory === 'topic' ? <UnderTopic form={form} isNew={isNew} /> : null}
      {isPhrases(directory) ? <OfTopic form={form} /> : null}
      {detail === null ? null : (
        <>
          <Textarea
            label={t(detail.kk)}
            lang="kk"
            rows={3}
            error={faultOf(errors.detailKk)}
            {...form.register('detailKk')}
          />
          <Textarea
            label={t(detail.ru)}
            lang="ru"
            rows={3}
            error={faultOf(errors.detailRu)}
            {...form.register('detailRu')}
          />
        </>
      )}
      <Textarea
        className="wide"
        label={t('directories.field.synonyms')}
        description={t('directories.field.synonyms_hint')}
        rows={3}
        error={faultOf(errors.synonyms)}
        {...form.register('synonyms')}
      />
      <DayField
        control={form.control}
        name="validFrom"
        label="directories.field.from"
        hint="directories.field.days_hint"
      />
      <DayField control={form.control} name="validTo" label="directories.field.to" hint="directories.field.days_hint" />
    </div>
  )
}

/** The topic an entry stands under: chosen once, since records rest on it. */
function UnderTopic({ form, isNew }: Pick<Filled, 'form' | 'isNew'>) {
  const { t, language } = useWords()
  const { today } = useDesk().start
  const { topic } = useDirectories()
  const offered = topicsOf(isNew ? validOn(topic, today) : topic)
  return (
    <NativeSelect
      className="wide"
      label={t('directories.field.parent')}
      description={t('directories.field.parent_hint')}
      disabled={!isNew}
      data={[
        { value: '', label: t('directories.field.no_parent') },
        ...offered.map(one => ({ value: one.code, label: one[language] })),
      ]}
      {...form.register('parent')}
    />
  )
}

/** The topic a phrase is offered for, or every one. */
function OfTopic({ form }: Pick<Filled, 'form'>) {
  const { t, language } = useWords()
  const { today } = useDesk().start
  const { topic } = useDirectories()
  return (
    <NativeSelect
      className="wide"
      label={t('directories.field.topic')}
      data={[
        { value: '', label: t('directories.field.every_topic') },
        ...topicsOf(validOn(topic, today)).map(one => ({ value: one.code, label: one[language] })),
      ]}
      {...form.register('parent')}
    />
  )
}
