import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { FeedbackChannel, FeedbackKind } from '#shared/feedback/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { typedTime } from '../../components/typed-time.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Asked {
  readonly application: EntityId
  /** The exchange this one goes on with; null: with none. */
  readonly after: EntityState<'feedback'> | null
  readonly onClose: (done?: true) => void
}

/** Notes an exchange with an applicant (clause 37(3)); one that goes on with another settles the day of that. */
export function NoteExchange({ application, after, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const [request] = useState(newRequestId)
  const [isNoted, setNoted] = useState(false)
  const form = useForm(after !== null)
  const send = async () => {
    const { text, ...said } = form.exchange
    const feedback = { application, reception: null, ...said }
    const entity = entityId('feedback', request)
    const intent = { entity, type: 'feedback.noted', basedOn: null, body: { request, feedback } }
    if (!isNoted && !(await act(intent, { text }))) return
    setNoted(true)
    if (after === null || (await act(followed(after, entity)))) onClose(true)
  }
  return (
    <Confirm
      title={t(after === null ? 'feedback.note' : 'feedback.go_on')}
      act={t('act.keep')}
      call={call}
      allowed={form.isWhole}
      onAct={() => void send()}
      onClose={() => onClose()}
    >
      <Fields form={form} />
    </Confirm>
  )
}

/** That what was to be gone on with was: by another exchange, or otherwise. */
export function followed(state: EntityState<'feedback'>, exchange: EntityId | null) {
  return { entity: state.id, type: 'feedback.followed_up', basedOn: state.head, body: { exchange } }
}

function useForm(isGoingOn: boolean) {
  const today = useToday()
  const now = useOfficeTime()
  const [direction, setDirection] = useState(isGoingOn ? 'to_applicant' : 'from_applicant')
  const [channel, setChannel] = useState<FeedbackChannel>('phone')
  const [kind, setKind] = useState<FeedbackKind>('information')
  const [on, setOn] = useState<string | null>(today)
  const [at, setAt] = useState<string>(now)
  const [missed, setMissed] = useState(false)
  const [followUp, setFollowUp] = useState<string | null>(null)
  const [text, setText] = useState('')
  const time = typedTime(at)
  const reached = direction === 'from_applicant' || !missed
  const exchange = { direction, channel, kind, on, at: time, reached, followUp, text: text.trim() }
  return {
    ...{ direction, setDirection, channel, setChannel, kind, setKind, on, setOn, at, setAt, time, missed, setMissed },
    ...{ followUp, setFollowUp, text, setText, exchange, today },
    isWhole: on !== null && time !== null && (!reached || exchange.text !== ''),
  }
}

function Fields({ form }: { form: ReturnType<typeof useForm> }) {
  const { t } = useWords()
  return (
    <>
      <Radio.Group label={t('feedback.direction')} value={form.direction} onChange={form.setDirection}>
        <div className="feedback-choice">
          <Radio value="from_applicant" label={t('feedback.direction.from_applicant')} data-autofocus />
          <Radio value="to_applicant" label={t('feedback.direction.to_applicant')} />
        </div>
      </Radio.Group>
      <div className="contact-grid">
        <NativeSelect
          label={t('feedback.channel')}
          value={form.channel}
          data={FeedbackChannel.options.map(value => ({ value, label: t(`feedback.channel.${value}`) }))}
          onChange={event => form.setChannel(FeedbackChannel.parse(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('feedback.kind')}
          value={form.kind}
          data={FeedbackKind.options.map(value => ({ value, label: t(`feedback.kind.${value}`) }))}
          onChange={event => form.setKind(FeedbackKind.parse(event.currentTarget.value))}
        />
        <DateField label={t('feedback.on')} value={form.on} maxDate={form.today} onChange={form.setOn} />
        <TextInput
          label={t('feedback.at')}
          value={form.at}
          maxLength={5}
          autoComplete="off"
          error={form.time === null ? t('form.time') : null}
          onChange={event => form.setAt(event.currentTarget.value)}
        />
      </div>
      {form.direction === 'from_applicant' ? null : (
        <Checkbox
          label={t('feedback.missed')}
          checked={form.missed}
          onChange={event => form.setMissed(event.currentTarget.checked)}
        />
      )}
      <Textarea
        label={t('feedback.text')}
        rows={3}
        maxLength={4000}
        value={form.text}
        onChange={event => form.setText(event.currentTarget.value)}
      />
      <DateField
        label={t('feedback.follow_up')}
        value={form.followUp}
        minDate={form.today}
        clearable
        onChange={form.setFollowUp}
      />
    </>
  )
}
