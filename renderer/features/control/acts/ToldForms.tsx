import { NativeSelect, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { outgoingText } from '#shared/letter/number.ts'
import { useRows } from '../../../app/use-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import type { EntityState } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type ActAsked, useInstructionAct } from './use-instruction-act.ts'

/** The letters of a kind that were signed off on the application of an instruction. */
export function useSignedLetters(
  application: string,
  kind: 'final_answer' | 'interim_answer',
): readonly EntityState<'letter'>[] {
  const letters = useRows(
    'letters.of',
    useMemo(() => ({ application }), [application]),
  )
  return (letters ?? []).filter(
    ({ letter, status }) => letter?.kind === kind && (status === 'signed' || status === 'sent'),
  )
}

/** That the applicant was told how it stands; it never is the final answer. */
export function InterimForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useInstructionAct(asked)
  const letters = useSignedLetters(asked.row.state.instruction?.application ?? '', 'interim_answer')
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [text, setText] = useState('')
  const [letter, setLetter] = useState('')
  return (
    <Confirm
      title={t('control.act.interim')}
      act={t('control.act.interim.act')}
      call={call}
      allowed={on !== null && text.trim() !== ''}
      onAct={() => void record('interim', { on, letter: letter || null }, { text: text.trim() })}
      onClose={() => asked.onClose()}
    >
      <p className="sentence">{t('control.interim.sentence')}</p>
      <Textarea
        label={t('control.interim.text')}
        data-autofocus
        rows={4}
        maxLength={8000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <DateField label={t('control.interim.on')} value={on} maxDate={today} onChange={setOn} />
      {letters.length === 0 ? null : (
        <NativeSelect
          label={t('control.interim.letter')}
          value={letter}
          data={[{ value: '', label: t('control.interim.no_letter') }, ...letters.map(optionOf)]}
          onChange={event => setLetter(event.currentTarget.value)}
        />
      )}
    </Confirm>
  )
}

/** What the executor reported, and when it was done. */
export function ExecutedForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useInstructionAct(asked)
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [text, setText] = useState('')
  return (
    <Confirm
      title={t('control.act.executed')}
      act={t('control.act.executed.act')}
      call={call}
      allowed={on !== null && text.trim() !== ''}
      onAct={() => void record('executed', { on }, { text: text.trim() })}
      onClose={() => asked.onClose()}
    >
      <p className="sentence">{t('control.executed.sentence')}</p>
      <Textarea
        label={t('control.executed.text')}
        data-autofocus
        rows={5}
        maxLength={8000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <DateField label={t('control.executed.on')} value={on} maxDate={today} onChange={setOn} />
    </Confirm>
  )
}

/** A signed letter as it is chosen: by its number. */
export function optionOf({ id, signed }: EntityState<'letter'>): { value: string; label: string } {
  return { value: id, label: signed === null ? id : outgoingText(signed.number) }
}
