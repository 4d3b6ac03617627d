import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { LetterChannel } from '#shared/letter/model.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import type { EntityState } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { optionOf, useSignedLetters } from './ToldForms.tsx'
import { type ActAsked, useInstructionAct } from './use-instruction-act.ts'

/** The final reasoned answer: a letter that was written here and has left, or the executor's own (clause 33). */
export function AnswerForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useInstructionAct(asked)
  const letters = useSignedLetters(asked.row.state.instruction?.application ?? '', 'final_answer')
  const sent = letters.filter(one => one.sent !== null)
  const [chosen, setChosen] = useState<string | null>(null)
  const letter = sent.find(({ id }) => id === (chosen ?? sent.at(-1)?.id)) ?? null
  const [reasoned, setReasoned] = useState(false)
  const own = useOwnLetter()
  const answer = letter === null ? own.answer : answerBy(letter)
  return (
    <Confirm
      title={t('control.act.answered')}
      act={t('control.act.answered.act')}
      call={call}
      allowed={answer !== null && reasoned}
      onAct={() => void record('answered', { answer: { ...answer, letter: letter?.id ?? null, reasoned: true } })}
      onClose={() => asked.onClose()}
    >
      {letters.length > sent.length ? <Notice tone="amber">{t('control.answer.not_sent')}</Notice> : null}
      <NativeSelect
        label={t('control.answer.letter')}
        data-autofocus
        value={letter?.id ?? ''}
        data={[...sent.map(optionOf), { value: '', label: t('control.answer.own') }]}
        onChange={event => setChosen(event.currentTarget.value)}
      />
      {letter === null ? <OwnLetter own={own} /> : <Sent letter={letter} />}
      <Checkbox
        label={t('control.answer.reasoned')}
        checked={reasoned}
        onChange={event => setReasoned(event.currentTarget.checked)}
      />
    </Confirm>
  )
}

function answerBy({ signed, sent }: EntityState<'letter'>) {
  if (signed === null || sent === null) return null
  return { number: outgoingText(signed.number), on: sent.on, channel: sent.channel }
}

function Sent({ letter: { sent } }: { letter: EntityState<'letter'> }) {
  const { t, dates } = useWords()
  if (sent === null) return null
  return <p className="mute">{`${t(`letter.channel.${sent.channel}`)}, ${screenDate(sent.on, dates)}`}</p>
}

/** A letter of the executor's own, as it is noted. */
function useOwnLetter() {
  const today = useToday()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const [channel, setChannel] = useState<LetterChannel>('eotinish')
  const answer = number.trim() === '' || on === null ? null : { number: number.trim(), on, channel }
  return { number, setNumber, on, setOn, channel, setChannel, answer, today }
}

function OwnLetter({ own }: { own: ReturnType<typeof useOwnLetter> }) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        label={t('control.answer.number')}
        value={own.number}
        maxLength={60}
        onChange={event => own.setNumber(event.currentTarget.value)}
      />
      <DateField label={t('control.answer.on')} value={own.on} maxDate={own.today} onChange={own.setOn} />
      <NativeSelect
        label={t('letter.channel')}
        value={own.channel}
        data={LetterChannel.options.map(value => ({ value, label: t(`letter.channel.${value}`) }))}
        onChange={event => own.setChannel(LetterChannel.parse(event.currentTarget.value))}
      />
    </>
  )
}
