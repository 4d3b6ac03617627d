import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { type ActionId, type EntityId, entityId } from '#shared/change/action.ts'
import { datesWithoutReception, receptionDays } from '#shared/reception-helper/days.ts'
import type { Helper } from '#shared/reception-helper/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HelperFieldset } from './HelperFieldset.tsx'
import { datesOf, HelperFields, helperFieldsOf, helperOf, monthsAround } from './helper-form.ts'

/** A helper with what a change is based on. */
export interface HelperRow {
  readonly entity: EntityId
  readonly head: ActionId | null
  readonly helper: Helper
}

/** The form of a helper. Dates of a volunteer on which nobody is received are refused (clause 16, KZ-2026 rule 28). */
export function HelperDialog({ row, onClose }: { row: HelperRow | null; onClose: () => void }) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const [entity] = useState(() => row?.entity ?? entityId('helper', newRequestId()))
  const form = useForm<HelperFields>({
    resolver: zodResolver(HelperFields),
    defaultValues: helperFieldsOf(row?.helper ?? null),
  })
  const datesFault = useDatesFault(form)
  const submit = form.handleSubmit(async typed => {
    if (datesFault !== undefined) return form.setFocus('dates')
    const body = { helper: helperOf(typed) }
    if (await act({ entity, type: 'helper.set', basedOn: row?.head ?? null, body })) onClose()
  })
  return (
    <Modal
      opened
      size={820}
      onClose={onClose}
      title={<b>{t(row === null ? 'directories.new_helper' : 'directories.helper')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form className="card-body" onSubmit={event => void submit(event)} noValidate>
        <HelperFieldset form={form} datesFault={datesFault} />
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button type="submit" loading={call.busy}>
            {t('act.keep')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** The dates of a volunteer from today on that no schedule has a reception on, in words; undefined: none. */
function useDatesFault(form: UseFormReturn<HelperFields>): string | undefined {
  const { t, dates: words } = useWords()
  const today = useToday()
  const [kind, typed] = form.watch(['kind', 'dates'])
  const dates = useMemo(() => (datesOf(typed) ?? []).filter(date => date >= today), [typed, today])
  const { from, to } = monthsAround(dates, today)
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => ({ from, to }), [from, to]),
  )
  if (schedules === undefined) return undefined
  const asked = { kind, days: { dates, weekdays: [] }, since: null, until: null }
  const found = datesWithoutReception(asked, receptionDays(schedules))
  if (found.length === 0) return undefined
  return t('directories.helper.no_reception', { days: found.map(date => screenDate(date, words)).join(', ') })
}
