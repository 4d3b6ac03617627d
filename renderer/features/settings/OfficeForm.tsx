import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { type Office, REPORT_DUE_DAY } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HOURS_FAULT, OfficeFields, officeInOrder, officeOf } from '../first-run/first-run-form.ts'
import { OfficeFieldset } from './OfficeFieldset.tsx'

const OfficeInOrder = OfficeFields.refine(officeInOrder, HOURS_FAULT)

/** The office's own data, as they print on sheets. A change is an action like any other. */
export function OfficeForm({ state }: { state: EntityState<'office'> }) {
  const { t } = useWords()
  const { start } = useDesk()
  const call = useCall()
  const [kept, setKept] = useState(false)
  const form = useForm<OfficeFields>({
    resolver: zodResolver(OfficeInOrder),
    ...(state.office === null ? {} : { defaultValues: fieldsOf(state.office, start.today) }),
  })
  const submit = form.handleSubmit(async typed => {
    const { id: entity, head: basedOn } = state
    const intent = {
      entity,
      type: 'office.set',
      basedOn,
      // By which act is chosen in its own card.
      body: { office: { ...officeOf(typed, [], start.today), profiles: state.office?.profiles ?? [] } },
    }
    setKept((await call.run(() => window.desk.journalAct({ intent }))) !== null)
  })
  return (
    <form className="card-body" onSubmit={event => void submit(event)} noValidate>
      <div className="form-grid">
        <OfficeFieldset register={name => form.register(name)} errors={form.formState.errors} />
      </div>
      <TextInput
        label={t('office.letter_index')}
        description={t('office.letter_index.note')}
        maxLength={20}
        autoComplete="off"
        error={form.formState.errors.letterIndex ? t('form.needed') : null}
        {...form.register('letterIndex')}
      />
      <TextInput
        label={t('office.promise')}
        description={t('office.promise.note')}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        error={form.formState.errors.promise ? t('office.promise.fault') : null}
        {...form.register('promise')}
      />
      <RecallFields form={form} />
      <TextInput
        label={t('office.report_due')}
        description={t('office.report_due.note')}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        error={form.formState.errors.reportDueDay ? t('office.report_due.fault') : null}
        {...form.register('reportDueDay')}
      />
      <Checkbox
        label={t('office.second_person')}
        description={t('office.second_person.note')}
        {...form.register('secondPerson')}
      />
      <Checkbox
        label={t('office.times_out_of_turn')}
        description={t('office.times_out_of_turn.note')}
        {...form.register('timesOutOfTurn')}
      />
      <ErrorNotice error={call.error} />
      {kept && !form.formState.isDirty ? <Notice tone="green">{t('settings.kept')}</Notice> : null}
      <div className="buttons">
        <Button type="submit" loading={call.busy} disabled={!form.formState.isDirty}>
          {t('act.keep')}
        </Button>
      </div>
    </form>
  )
}

/** How a visitor is called again: after how many seconds, how often. */
function RecallFields({ form }: { form: UseFormReturn<OfficeFields> }) {
  const { t } = useWords()
  return (
    <div className="form-grid">
      <TextInput
        label={t('office.recall_after')}
        description={t('office.recall_after.note')}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        error={form.formState.errors.recallAfter ? t('office.recall_after.fault') : null}
        {...form.register('recallAfter')}
      />
      <TextInput
        label={t('office.recall_times')}
        description={t('office.recall_times.note')}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        error={form.formState.errors.recallTimes ? t('office.recall_times.fault') : null}
        {...form.register('recallTimes')}
      />
    </div>
  )
}

function fieldsOf(
  {
    name,
    region,
    room,
    address,
    phone,
    email,
    hours,
    profiles,
    secondPerson,
    letterIndex,
    promise,
    recallAfter,
    recallTimes,
    reportDueDay = REPORT_DUE_DAY,
    timesOutOfTurn,
  }: Office,
  today: PlainDate,
): OfficeFields {
  return {
    nameKk: name.kk,
    nameRu: name.ru,
    regionKk: region.kk,
    regionRu: region.ru,
    room,
    addressKk: address.kk,
    addressRu: address.ru,
    phone,
    email,
    ...hours,
    profile: profileOn({ profiles }, today),
    secondPerson,
    letterIndex,
    promise: String(promise),
    recallAfter: String(recallAfter),
    recallTimes: String(recallTimes),
    reportDueDay: String(reportDueDay),
    timesOutOfTurn,
  }
}
