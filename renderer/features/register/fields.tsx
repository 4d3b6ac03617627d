import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FieldPath, FieldPathByValue } from 'react-hook-form'
import type { Entry } from '#shared/directory/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFindingProps } from './FindingText.tsx'
import { useFormAround } from './form-context.ts'
import type { RegisterForm } from './register-form.ts'

/** Fields of the form by what they hold. */
export type TextName = FieldPathByValue<RegisterForm, string>
export type MarkName = FieldPathByValue<RegisterForm, boolean>

interface FieldShown {
  readonly name: TextName
  readonly label: LocaleKey
  readonly className?: string
}

interface Typed extends FieldShown {
  readonly maxLength?: number
  readonly inputMode?: 'numeric' | 'tel'
  readonly placeholder?: LocaleKey
  /** Said after the label, quietly. */
  readonly aside?: LocaleKey
}

/** One line of text. */
export function TextField({ name, label, className, maxLength = 100, inputMode, placeholder, aside }: Typed) {
  const { t } = useWords()
  const { form } = useFormAround()
  return (
    <TextInput
      label={
        <>
          {t(label)}
          {aside === undefined ? null : <span className="mute label-aside"> ({t(aside)})</span>}
        </>
      }
      className={className ?? ''}
      maxLength={maxLength}
      inputMode={inputMode ?? 'text'}
      placeholder={placeholder === undefined ? '' : t(placeholder)}
      autoComplete="off"
      spellCheck={false}
      {...useFindingProps(name)}
      {...form.register(name)}
    />
  )
}

/** Several lines of text; it grows with what is typed. */
export function LongField({ name, label, className }: FieldShown) {
  const { t } = useWords()
  const { form } = useFormAround()
  return (
    <Textarea
      label={t(label)}
      className={className ?? ''}
      rows={3}
      maxLength={4000}
      autoComplete="off"
      spellCheck={false}
      {...useFindingProps(name)}
      {...form.register(name)}
    />
  )
}

interface Selected extends FieldShown {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Left out of the way of the Enter key. */
  readonly aside?: boolean
}

/** One of a few. */
export function SelectField({ name, label, className, options, aside = false }: Selected) {
  const { t } = useWords()
  const { form } = useFormAround()
  return (
    <NativeSelect
      label={t(label)}
      className={className ?? ''}
      data={[...options]}
      data-aside={aside || undefined}
      {...useFindingProps(name)}
      {...form.register(name)}
    />
  )
}

/** An entry of a directory, or none. A code the directory no longer offers stays as it is. */
export function EntryField({ entries, ...shown }: FieldShown & { entries: readonly Entry[] }) {
  const { t, language } = useWords()
  const { form } = useFormAround()
  const code = form.getValues(shown.name)
  const offered = entries.map(one => ({ value: one.code, label: one[language] }))
  const kept = code === '' || offered.some(one => one.value === code) ? [] : [{ value: code, label: code }]
  return <SelectField {...shown} options={[{ value: '', label: t('register.not_chosen') }, ...offered, ...kept]} />
}

/** Yes or no. */
export function MarkField({ name, label }: { name: MarkName; label: LocaleKey }) {
  const { t } = useWords()
  const { form } = useFormAround()
  return <Checkbox label={t(label)} className="mark" {...form.register(name as FieldPath<RegisterForm>)} />
}
