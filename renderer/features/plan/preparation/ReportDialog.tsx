import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { profileOf } from '#shared/regulation/profile.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { typedDate } from '../../../components/typed-date.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Heads, type PlanKnown, usePlanActs } from '../use-plan.ts'
import { receptionEntity } from '../use-preparations.ts'

interface Asked {
  readonly known: PlanKnown
  readonly heads: Heads
  readonly reception: Reception
  readonly body: string
  readonly name: string
  readonly onDone: () => void
  readonly onClose: () => void
}

const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** A body's refusal was reported: by which letter, on which day. */
export function ReportDialog({ known, heads, reception, body, name, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const { today, profile } = known.plan
  const [letter, setLetter] = useState('')
  const [dateText, setDateText] = useState(typedForm(today))
  const on = typedDate(dateText)
  const isAhead = on !== null && on > today
  const report = async () => {
    if (on === null) return
    const entity = receptionEntity(reception.id)
    const given = { body, on, letter: letter.trim() }
    if (await apply([{ entity, type: 'reception.refusal_reported', body: { report: given } }], heads)) onDone()
  }
  return (
    <Confirm
      title={t('preparation.report')}
      act={t('preparation.report.act')}
      call={call}
      allowed={on !== null && !isAhead}
      onAct={() => void report()}
      onClose={onClose}
    >
      <p>
        <b>{name}</b>
      </p>
      <p>{t(`preparation.report.to.${profileOf(profile).refusedBodyTo}`)}</p>
      <TextInput
        label={t('preparation.letter')}
        data-autofocus
        maxLength={60}
        value={letter}
        onChange={event => setLetter(event.currentTarget.value)}
      />
      <TextInput
        label={t('preparation.report.on')}
        placeholder={t('register.date_example')}
        value={dateText}
        error={on === null ? t('finding.date_unreadable') : isAhead ? t('people.handed.ahead') : undefined}
        onChange={event => setDateText(event.currentTarget.value)}
      />
    </Confirm>
  )
}
