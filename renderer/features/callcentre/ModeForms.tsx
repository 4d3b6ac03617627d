import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ModeGround } from '#shared/callcentre/model.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type ActAsked, useCallCentreAct } from './use-call-centre-act.ts'

interface Declared extends ActAsked {
  /** The mode that goes on by another act: from the day after its last. */
  readonly after?: ActAsked['state']
}

/** Declares that the call centre works without a break (clause 37(4)): on what ground, by which act, from when. */
export function DeclareForm({ after, ...asked }: Declared) {
  const { t } = useWords()
  const { call, record } = useCallCentreAct(after ? { ...asked, onClose: () => undefined } : asked)
  const former = useCallCentreAct({ state: after ?? null, onClose: asked.onClose })
  const today = useToday()
  const [ground, setGround] = useState<ModeGround | ''>(after?.mode?.ground ?? '')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const [from, setFrom] = useState<string | null>(after?.mode?.to ? addDays(after.mode.to, 1) : today)
  const [to, setTo] = useState<string | null>(null)
  const send = async () => {
    const mode = { ground, act: { number: number.trim(), on }, from, to }
    // The one that goes on ended as it was planned.
    if ((await record('declared', { mode })) && after?.mode?.to) await former.record('ended', { to: after.mode.to })
  }
  const isWhole = ground !== '' && number.trim() !== '' && on !== null && from !== null
  return (
    <Confirm
      title={t(after ? 'callcentre.extend' : 'callcentre.declare')}
      act={t('callcentre.declare.act')}
      call={former.call.error === null ? call : former.call}
      allowed={isWhole}
      onAct={() => void send()}
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
  const planned = asked.state?.mode?.to ?? null
  // A mode that was planned to its end ended then, as far as nobody says otherwise.
  const [to, setTo] = useState<string | null>(planned !== null && planned < today ? planned : today)
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
