import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ModeGround } from '#shared/callcentre/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type ActAsked, useCallCentreAct } from './use-call-centre-act.ts'

/** Declares that the call centre works without a break (clause 37(4)): on what ground, by which act, from when. */
export function DeclareForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(asked)
  const today = useToday()
  const [ground, setGround] = useState<ModeGround | ''>('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const [from, setFrom] = useState<string | null>(today)
  const [to, setTo] = useState<string | null>(null)
  const isWhole = ground !== '' && number.trim() !== '' && on !== null && from !== null
  return (
    <Confirm
      title={t('callcentre.declare')}
      act={t('callcentre.declare.act')}
      call={call}
      allowed={isWhole}
      onAct={() => void record('declared', { mode: { ground, act: { number: number.trim(), on }, from, to } })}
      onClose={asked.onClose}
    >
      <NativeSelect
        label={t('callcentre.ground')}
        data-autofocus
        value={ground}
        data={[
          { value: '', label: t('executor.choose') },
          ...ModeGround.options.map(value => ({ value, label: t(`callcentre.ground.${value}`) })),
        ]}
        onChange={event => setGround(ModeGround.safeParse(event.currentTarget.value).data ?? '')}
      />
      <div className="contact-grid">
        <TextInput
          label={t('callcentre.act.number')}
          value={number}
          maxLength={60}
          onChange={event => setNumber(event.currentTarget.value)}
        />
        <DateField label={t('callcentre.act.on')} value={on} maxDate={today} onChange={setOn} />
        <DateField label={t('callcentre.from')} value={from} onChange={setFrom} />
        <DateField
          label={t('callcentre.to')}
          value={to}
          {...(from === null ? {} : { minDate: from })}
          clearable
          onChange={setTo}
        />
      </div>
    </Confirm>
  )
}

/** Ends a mode with a last day, which still counts. */
export function EndForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(asked)
  const today = useToday()
  const [to, setTo] = useState<string | null>(today)
  const from = asked.state?.mode?.from
  return (
    <Confirm
      title={t('callcentre.end')}
      act={t('callcentre.end')}
      call={call}
      allowed={to !== null}
      onAct={() => void record('ended', { to })}
      onClose={asked.onClose}
    >
      <p className="sentence">{t('callcentre.end.sentence')}</p>
      <DateField
        label={t('callcentre.last_day')}
        data-autofocus
        value={to}
        {...(from === undefined ? {} : { minDate: from })}
        onChange={setTo}
      />
    </Confirm>
  )
}

/** Entered by mistake: it stays in the journal and is counted nowhere. */
export function TakeBackForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(asked)
  return (
    <Confirm
      title={t('callcentre.take_back')}
      act={t('callcentre.take_back')}
      call={call}
      onAct={() => void record('taken_back', {})}
      onClose={asked.onClose}
    >
      <p className="sentence">{t('callcentre.take_back.sentence')}</p>
    </Confirm>
  )
}
