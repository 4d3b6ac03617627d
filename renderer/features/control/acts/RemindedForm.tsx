import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '../../../components/Confirm.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { typedTime } from '../../../components/typed-time.ts'
import { useOfficeTime, useToday } from '../../../components/use-office-time.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useControlWords } from '../use-control-words.ts'
import { type ActAsked, useInstructionAct } from './use-instruction-act.ts'

const OUTCOMES = ['reached', 'no_answer'] as const
type Outcome = (typeof OUTCOMES)[number]

/** That the executor was reminded by telephone: when, and who answered; also that nobody did. */
export function RemindedForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useInstructionAct(asked)
  const { executorOfLine } = useControlWords()
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [at, setAt] = useState<string>(useOfficeTime())
  const [outcome, setOutcome] = useState<Outcome>('reached')
  const [who, setWho] = useState(executorOfLine(asked.row))
  const time = typedTime(at)
  const isReached = outcome === 'reached'
  const isBadTime = at !== '' && time === null
  const reminder = { on, at: time, outcome, who: isReached ? who.trim() : '' }
  return (
    <Confirm
      title={t('control.act.reminded')}
      act={t('control.act.reminded.act')}
      call={call}
      allowed={on !== null && time !== null && (!isReached || who.trim() !== '')}
      onAct={() => void record('reminded', { reminder })}
      onClose={() => asked.onClose()}
    >
      <p className="sentence">{t('control.reminded.sentence')}</p>
      <NativeSelect
        label={t('control.reminded.outcome')}
        data-autofocus
        value={outcome}
        data={OUTCOMES.map(value => ({ value, label: t(`control.reminded.outcome.${value}`) }))}
        onChange={event => setOutcome(event.currentTarget.value === 'reached' ? 'reached' : 'no_answer')}
      />
      {isReached ? (
        <TextInput
          label={t('control.reminded.who')}
          maxLength={200}
          autoComplete="off"
          value={who}
          onChange={event => setWho(event.currentTarget.value)}
        />
      ) : null}
      <DateField label={t('control.reminded.on')} value={on} maxDate={today} onChange={setOn} />
      <TextInput
        label={t('control.reminded.at')}
        maxLength={5}
        inputMode="numeric"
        autoComplete="off"
        value={at}
        error={isBadTime ? t('control.reminded.at.error') : undefined}
        onChange={event => setAt(event.currentTarget.value)}
      />
    </Confirm>
  )
}
