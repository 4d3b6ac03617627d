import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { typedDate } from '../../../../components/typed-date.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useFaultProps } from './faults.tsx'

interface Named {
  readonly field: string
  readonly label: string
  readonly first?: boolean
}

interface Chosen<T extends string> extends Named {
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T | null) => void
}

/** A choice in which nothing is chosen beforehand, so that it is a decision and not a habit. */
export function ChoiceOf<T extends string>({ field, label, first = false, value, options, onChange }: Chosen<T>) {
  const { t } = useWords()
  return (
    <NativeSelect
      {...useFaultProps(field)}
      {...(first ? { 'data-autofocus': true } : {})}
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: t('register.not_chosen') }, ...options]}
      onChange={event => onChange(options.find(one => one.value === event.currentTarget.value)?.value ?? null)}
    />
  )
}

interface Typed extends Named {
  readonly value: string
  readonly rows?: number
  readonly onChange: (value: string) => void
}

/** A text of several lines. */
export function TextOf({ field, label, first = false, value, rows = 3, onChange }: Typed) {
  return (
    <Textarea
      {...useFaultProps(field)}
      {...(first ? { 'data-autofocus': true } : {})}
      label={label}
      value={value}
      rows={rows}
      maxLength={4000}
      autoComplete="off"
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}

/** A text of one line. */
export function LineOf({ field, label, value, onChange }: Typed) {
  return (
    <TextInput
      {...useFaultProps(field)}
      label={label}
      value={value}
      maxLength={200}
      autoComplete="off"
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}

interface Dated extends Named {
  readonly value: PlainDate | null
  readonly onChange: (value: PlainDate | null) => void
}

/** A date as it is typed; half a date is none. */
export function DayOf({ field, label, value, onChange }: Dated) {
  const { t } = useWords()
  const [text, setText] = useState(value === null ? '' : value.split('-').toReversed().join('.'))
  return (
    <TextInput
      {...useFaultProps(field)}
      label={label}
      value={text}
      placeholder={t('register.date_example')}
      autoComplete="off"
      onChange={event => {
        setText(event.currentTarget.value)
        onChange(typedDate(event.currentTarget.value))
      }}
    />
  )
}
