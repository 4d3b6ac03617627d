import { useState } from 'react'
import { extensionLimit } from '#shared/instruction/rules.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addDays, fromDayNumber, PlainDate } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../../app/desk-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { DateField } from '../../../components/DateField.tsx'
import type { ControlRow } from '../../../db/control-query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { BasisFields, useBasis } from './BasisFields.tsx'
import { type ActAsked, useInstructionAct } from './use-instruction-act.ts'

/** Moves the due day later on a decision; how far an act lets it is said beforehand. */
export function ExtendForm(asked: ActAsked) {
  const { t, dates } = useWords()
  const { dueOn } = asked.row.state
  const { call, record } = useInstructionAct(asked)
  const [to, setTo] = useState<string | null>(null)
  const of = useBasis()
  const decidedOn = PlainDate.safeParse(of.basis.on).data ?? null
  const limit = useLimit(asked.row, decidedOn)
  return (
    <Confirm
      title={t('control.act.extended')}
      act={t('control.act.extended.act')}
      call={call}
      allowed={to !== null && decidedOn !== null && of.isWhole}
      onAct={() => void record('extended', { to, basis: of.basis })}
      onClose={() => asked.onClose()}
    >
      {dueOn === null ? null : <p>{t('control.extend.now', { date: screenDate(dueOn, dates) })}</p>}
      <DateField
        label={t('control.extend.to')}
        data-autofocus
        value={to}
        {...(dueOn === null ? {} : { minDate: addDays(dueOn, 1) })}
        {...(limit === null ? {} : { maxDate: limit })}
        description={
          limit === null ? t('control.extend.no_limit') : t('control.extend.limit', { date: screenDate(limit, dates) })
        }
        onChange={setTo}
      />
      <BasisFields of={of} />
    </Confirm>
  )
}

function useLimit({ application }: ControlRow, decidedOn: PlainDate | null): PlainDate | null {
  const calendar = useWorkCalendar()
  if (application === null || application.profile === null || decidedOn === null || application.day === 0) return null
  const { profile, atReception } = application
  return extensionLimit({ profile, atReception, on: fromDayNumber(application.day) }, decidedOn, calendar)
}
