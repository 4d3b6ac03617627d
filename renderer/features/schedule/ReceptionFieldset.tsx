import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { kindsOf } from '#shared/schedule/kinds.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { ReceptionKind, ReceptionMode } from '#shared/schedule/model.ts'
import { rangeOfMonth } from '#shared/time/plain-date.ts'
import { DateField } from '../../components/DateField.tsx'
import { LinkField } from '../../components/LinkField.tsx'
import { officialName } from '../../components/official-name.ts'
import { RoomField } from '../../components/RoomField.tsx'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { GroundFields } from './GroundFields.tsx'
import { KIND_WORDS, MODE_WORDS } from './kind-words.ts'
import type { MonthView } from './month-view.ts'
import { fieldsOfOfficial, type ReceptionFields } from './reception-form.ts'
import type { FieldFinding } from './use-field-findings.ts'

export type ReceptionForm = UseFormReturn<ReceptionFields>
export type FaultOf = (field: keyof ReceptionFields) => ReactNode

interface Shown {
  readonly form: ReceptionForm
  readonly view: MonthView
  readonly findings: readonly FieldFinding[]
  /** What is typed as a reception; null while it is none. */
  readonly typed: Reception | null
}

/** Fields of a reception: who and what, when, where, for how many, and on what it rests. */
export function ReceptionFieldset({ form, view, findings, typed }: Shown) {
  const faultText = useFieldText()
  const { errors } = form.formState
  const faultOf: FaultOf = field => {
    const fault = faultText(errors[field] as { message?: string } | undefined)
    if (fault !== undefined) return fault
    const found = findings.filter(one => one.field === field)
    if (found.length === 0) return undefined
    return found.map(one => (
      <span key={one.sentence} className={one.isError ? undefined : 'field-warning'}>
        {one.sentence}{' '}
      </span>
    ))
  }
  return (
    <div className="form-grid">
      <WhoAndWhat form={form} view={view} faultOf={faultOf} />
      <WhenAndWhere form={form} view={view} faultOf={faultOf} />
      <HowMany form={form} view={view} faultOf={faultOf} typed={typed} />
      <GroundFields form={form} faultOf={faultOf} />
    </div>
  )
}

interface Part {
  readonly form: ReceptionForm
  readonly view: MonthView
  readonly faultOf: FaultOf
}

function WhoAndWhat({ form, view, faultOf }: Part) {
  const { t, language } = useWords()
  const category = view.officials.find(one => one.id === form.watch('officialId'))?.category
  const kinds = category === undefined ? ReceptionKind.options : kindsOf(category)
  const choose = (id: string) => {
    const official = view.officials.find(one => one.id === id)
    const { from, to, room, slot, buffer } = form.formState.dirtyFields
    const typed = { ...form.getValues() }
    const isTouched = from || to || room || slot || buffer
    form.reset({ ...typed, ...(isTouched ? {} : fieldsOfOfficial(official)), officialId: id }, { keepDirty: true })
    if (official !== undefined && !kindsOf(official.category).includes(typed.kind)) form.setValue('kind', 'scheduled')
  }
  return (
    <>
      <NativeSelect
        label={t('schedule.form.official')}
        data-autofocus
        data={view.officials.map(one => ({ value: one.id, label: officialName(one, language) }))}
        value={form.watch('officialId')}
        error={faultOf('officialId')}
        onChange={event => choose(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('schedule.form.kind')}
        data={kinds.map(one => ({ value: one, label: t(KIND_WORDS[one]) }))}
        error={faultOf('kind')}
        {...form.register('kind')}
      />
    </>
  )
}

function WhenAndWhere({ form, view, faultOf }: Part) {
  const { t } = useWords()
  const { from, to } = rangeOfMonth(view.month)
  const mode = form.watch('mode')
  return (
    <>
      <Controller
        control={form.control}
        name="date"
        render={({ field }) => (
          <DateField label={t('schedule.column.date')} minDate={from} maxDate={to} error={faultOf('date')} {...field} />
        )}
      />
      <div className="form-pair">
        <TextInput label={t('field.officials.from')} error={faultOf('from')} {...form.register('from')} />
        <TextInput label={t('field.officials.to')} error={faultOf('to')} {...form.register('to')} />
      </div>
      <NativeSelect
        label={t('schedule.form.mode')}
        data={ReceptionMode.options.map(one => ({ value: one, label: t(MODE_WORDS[one]) }))}
        error={faultOf('mode')}
        {...form.register('mode')}
      />
      {mode === 'in_person' ? (
        <Controller
          control={form.control}
          name="room"
          render={({ field: { ref, ...field } }) => (
            <RoomField label={t('schedule.column.room')} error={faultOf('room')} {...field} />
          )}
        />
      ) : (
        <Controller
          control={form.control}
          name="link"
          render={({ field: { ref, ...field } }) => (
            <LinkField label={t('schedule.form.link')} error={faultOf('link')} {...field} />
          )}
        />
      )}
    </>
  )
}

function HowMany({ form, view, faultOf, typed }: Part & { typed: Reception | null }) {
  const { t } = useWords()
  const times = typed === null ? null : view.facts.placesOf({ ...typed, capacity: null })
  return (
    <>
      <div className="form-pair">
        <TextInput
          label={t('schedule.form.slot')}
          inputMode="numeric"
          error={faultOf('slot')}
          {...form.register('slot')}
        />
        <TextInput
          label={t('schedule.form.buffer')}
          inputMode="numeric"
          error={faultOf('buffer')}
          {...form.register('buffer')}
        />
      </div>
      <TextInput
        label={t('schedule.form.capacity')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        description={times === null ? undefined : t('schedule.form.times', { count: times })}
        error={faultOf('capacity')}
        {...form.register('capacity')}
      />
    </>
  )
}
