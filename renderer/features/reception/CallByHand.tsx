import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActFoot } from './ActFoot.tsx'
import { useFocusWhen } from './use-focus-when.ts'
import type { ReceptionActs } from './use-reception-acts.ts'

const MOST = 300

/** Somebody else than the first of the line is called: only with the reason in words, which is kept. */
export function CallByHand({ visit, acts, wanted }: { visit: VisitRow; acts: ReceptionActs; wanted: object | null }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const [sent, setSent] = useState(false)
  const field = useFocusWhen<HTMLInputElement>(wanted)
  const isMissing = note.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (!isMissing) acts.callIn(visit, note.trim())
  }
  return (
    <form className="by-hand" noValidate onSubmit={submit}>
      <TextInput
        ref={field}
        label={t('reception.by_hand.note')}
        description={t('reception.by_hand.sentence')}
        maxLength={MOST}
        value={note}
        error={sent && isMissing ? t('error.visit.note_needed') : undefined}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <ActFoot act="call" acts={acts} />
    </form>
  )
}
