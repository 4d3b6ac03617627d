import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { ApplicationListRow, VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CandidateList } from '../reception/CandidateList.tsx'
import { useCandidates } from '../reception/use-candidates.ts'
import { placeAfter } from '../reception/use-line-keys.ts'

interface Shown {
  readonly day: PlainDate
  readonly visits: readonly VisitRow[]
  readonly chosen: string
  readonly error: string | undefined
  readonly onChoose: (row: ApplicationListRow) => void
}

/** The application that was registered before, by number, name or IIN: Enter takes the marked one. */
export function FoundBefore({ day, visits, chosen, error, onChoose }: Shown) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [marked, setMarked] = useState<string | null>(null)
  const { rows, isAnswered } = useCandidates(text, { today: day, visits })
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === (marked ?? chosen)),
  )
  const row = rows[at]
  const isTaken = row !== undefined && row.id === chosen
  const take = (taken: ApplicationListRow) => {
    const { number } = taken
    setText(number === null ? applicantName(taken) : numberText(number))
    onChoose(taken)
  }
  const keyed = (event: KeyboardEvent) => {
    const next = event.key === 'Home' || event.key === 'End' ? null : placeAfter(event.key, at, rows.length)
    if (next !== null) {
      event.preventDefault()
      setMarked(rows[next]?.id ?? null)
    } else if (event.key === 'Enter' && isAnswered && row !== undefined && !isTaken) take(row)
  }
  return (
    <div className="wide">
      <TextInput
        name="application"
        role="combobox"
        label={t('reception.who')}
        placeholder={t('reception.who_hint')}
        aria-expanded
        aria-controls="candidates"
        aria-activedescendant={row === undefined ? undefined : `candidate-${at}`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={error}
        onKeyDown={keyed}
        onChange={event => {
          setText(event.currentTarget.value)
          setMarked(null)
        }}
      />
      <CandidateList
        rows={rows.slice(0, 6)}
        at={at}
        today={day}
        isAnswered={isAnswered}
        onChoose={id => {
          const found = rows.find(one => one.id === id)
          if (found !== undefined) take(found)
        }}
      />
      {isTaken ? <p className="mute">{t('paper.taken', { name: applicantName(row) || row.organisation })}</p> : null}
    </div>
  )
}
