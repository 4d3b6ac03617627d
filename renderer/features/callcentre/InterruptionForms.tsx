import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { InterruptionCause } from '#shared/callcentre/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { typedTime } from '../../components/typed-time.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type ActAsked, useCallCentreAct } from './use-call-centre-act.ts'

/** Calls are not taken: since when, why, by which other way one gets through. */
export function InterruptForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(asked)
  const when = useMoment()
  const [cause, setCause] = useState<InterruptionCause>('line')
  const [way, setWay] = useState('')
  return (
    <Confirm
      title={t('callcentre.interrupt')}
      act={t('act.keep')}
      call={call}
      allowed={when.moment !== null}
      onAct={() => void record('interrupted', { interruption: { from: when.moment, cause, way: way.trim() } })}
      onClose={asked.onClose}
    >
      <NativeSelect
        label={t('callcentre.cause')}
        data-autofocus
        value={cause}
        data={InterruptionCause.options.map(value => ({ value, label: t(`callcentre.cause.${value}`) }))}
        onChange={event => setCause(InterruptionCause.parse(event.currentTarget.value))}
      />
      <MomentFields when={when} />
      <TextInput
        label={t('callcentre.way')}
        value={way}
        maxLength={200}
        onChange={event => setWay(event.currentTarget.value)}
      />
    </Confirm>
  )
}

/** Calls are taken again. */
export function RestoreForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(asked)
  const when = useMoment()
  return (
    <Confirm
      title={t('callcentre.restore')}
      act={t('act.keep')}
      call={call}
      allowed={when.moment !== null}
      onAct={() => void record('restored', { to: when.moment })}
      onClose={asked.onClose}
    >
      <MomentFields when={when} />
    </Confirm>
  )
}

/** Another number or way while calls are not taken. */
export function RerouteForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(asked)
  const [way, setWay] = useState(asked.state?.interruption?.way ?? '')
  return (
    <Confirm
      title={t('callcentre.way')}
      act={t('act.keep')}
      call={call}
      allowed={way.trim() !== ''}
      onAct={() => void record('rerouted', { way: way.trim() })}
      onClose={asked.onClose}
    >
      <TextInput
        label={t('callcentre.way')}
        data-autofocus
        value={way}
        maxLength={200}
        onChange={event => setWay(event.currentTarget.value)}
      />
    </Confirm>
  )
}

/** A day and a minute of the clock of the office: now, unless another is typed. */
function useMoment() {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [at, setAt] = useState<string>(useOfficeTime())
  const time = typedTime(at)
  const day = PlainDate.safeParse(on).data ?? null
  return { on, setOn, at, setAt, time, today, moment: day === null || time === null ? null : { on: day, at: time } }
}

function MomentFields({ when }: { when: ReturnType<typeof useMoment> }) {
  const { t } = useWords()
  return (
    <div className="contact-grid">
      <DateField label={t('feedback.on')} value={when.on} maxDate={when.today} onChange={when.setOn} />
      <TextInput
        label={t('feedback.at')}
        value={when.at}
        maxLength={5}
        autoComplete="off"
        error={when.time === null ? t('form.time') : null}
        onChange={event => when.setAt(event.currentTarget.value)}
      />
    </div>
  )
}
