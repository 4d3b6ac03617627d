import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { InvitationAnswer } from '#shared/reception/model.ts'
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

const OUTCOMES = InvitationAnswer.shape.outcome.options
const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** What a body answered, or whether it took part. A refusal starts the clock of its report (clause 20, KZ-2026 rule 31). */
export function AnswerDialog({ known, heads, reception, body, name, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const { today } = known.plan
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | ''>('')
  const [dateText, setDateText] = useState(typedForm(today))
  const [note, setNote] = useState('')
  const on = typedDate(dateText)
  const isAhead = on !== null && on > today
  const answer = async () => {
    if (on === null || outcome === '') return
    const entity = receptionEntity(reception.id)
    const given = { body, outcome, on, note: note.trim() }
    if (await apply([{ entity, type: 'reception.answered', body: { answer: given } }], heads)) onDone()
  }
  // Whether a body took part is known on the day of the reception.
  const offered = OUTCOMES.filter(one => reception.date <= today || (one !== 'attended' && one !== 'did_not_attend'))
  return (
    <Confirm
      title={t('preparation.answer')}
      act={t('preparation.answer.act')}
      call={call}
      allowed={on !== null && !isAhead && outcome !== ''}
      onAct={() => void answer()}
      onClose={onClose}
    >
      <p>
        <b>{name}</b>
      </p>
      <Radio.Group
        label={t('preparation.answer.what')}
        value={outcome}
        onChange={value => setOutcome(OUTCOMES.find(one => one === value) ?? '')}
      >
        <div className="plan-radios">
          {offered.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={t(`preparation.outcome.${one}`)}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('preparation.answer.on')}
        placeholder={t('register.date_example')}
        value={dateText}
        error={on === null ? t('finding.date_unreadable') : isAhead ? t('people.handed.ahead') : undefined}
        onChange={event => setDateText(event.currentTarget.value)}
      />
      <TextInput
        label={t('preparation.note')}
        maxLength={300}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
