import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { MonthView } from './month-view.ts'
import { ReceptionFieldset } from './ReceptionFieldset.tsx'
import { fieldsOfOfficial, fieldsOfReception, findReception, ReceptionFields } from './reception-form.ts'
import { useFieldFindings } from './use-field-findings.ts'

interface Asked {
  /** Null: a new one. */
  readonly reception: Reception | null
  readonly day: PlainDate
  readonly view: MonthView
  readonly onKeep: (reception: Reception) => void
}

/** The form of a reception; what speaks against it is told at its fields while it is typed. */
export function ReceptionDialog({ reception, day, view, onKeep }: Asked) {
  const { t } = useWords()
  const [id] = useState(() => reception?.id ?? crypto.randomUUID())
  const form = useForm<ReceptionFields>({
    resolver: zodResolver(ReceptionFields),
    defaultValues: reception === null ? newFields(day, view) : fieldsOfReception(reception),
  })
  const typed = findReception(form.watch(), id)
  const findings = useFieldFindings(typed, view)
  const blocked = findings.some(one => one.isError)
  const booked = reception === null ? 0 : view.facts.bookedOn(reception)
  const submit = form.handleSubmit(fields => {
    const made = findReception(fields, id)
    if (made !== null && !blocked) onKeep(made)
  })
  return (
    <Modal
      opened
      size={820}
      onClose={() => view.acts.ask(null)}
      title={<b>{t(reception === null ? 'schedule.form.new' : 'schedule.form.edit')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form className="card-body" onSubmit={event => void submit(event)} noValidate>
        {booked === 0 ? null : <Notice tone="amber">{t('schedule.form.booked', { count: booked })}</Notice>}
        <ReceptionFieldset form={form} view={view} findings={findings} typed={typed} />
        <div className="buttons">
          <Button type="submit">{t('schedule.form.keep')}</Button>
          <Button variant="default" onClick={() => view.acts.ask(null)}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function newFields(day: PlainDate, { officials }: MonthView): ReceptionFields {
  return {
    officialId: '',
    kind: 'scheduled',
    mode: 'in_person',
    date: day,
    from: '10:00',
    to: '13:00',
    room: '',
    link: '',
    slot: '20',
    buffer: '0',
    capacity: '',
    instructionOn: null,
    instructionNumber: '',
    instructionText: '',
    meetingOn: null,
    placeKk: '',
    placeRu: '',
    joint: [],
    ...fieldsOfOfficial(officials[0]),
  }
}
