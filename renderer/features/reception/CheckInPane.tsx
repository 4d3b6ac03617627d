import { Button, Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CandidateList } from './CandidateList.tsx'
import { CHECK_IN_KEY } from './reception-keys.ts'
import { receivingOf, shortestOf, standsOf } from './stands.ts'
import { useCandidates } from './use-candidates.ts'
import { type CheckInDraft, useCheckIn } from './use-check-in.ts'
import { useFocusWhen } from './use-focus-when.ts'
import { placeAfter } from './use-line-keys.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { useStandText } from './use-stand-text.ts'
import type { VisitWork } from './use-visit-work.ts'

const MOST_NOTE = 300

interface Asked {
  readonly day: ReceptionDay
  readonly work: VisitWork
  /** Key of the application to begin with, or null. */
  readonly first: string | null
  readonly wanted: object
  readonly onDone: (visit: EntityId) => void
  readonly onClose: () => void
}

/** Who came: those booked for today at once, any other open application by typing. Enter gives the ticket. */
export function CheckInPane({ day, work, first, wanted, onDone, onClose }: Asked) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  useTextOf(first, setText)
  const { rows, isAnswered, others } = useCandidates(text, day)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  )
  const row = rows[at] ?? null
  const draft = useCheckIn(row, day, work)
  const field = useFocusWhen<HTMLInputElement>(wanted)
  useEffect(() => {
    void document.getElementById(`candidate-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const send = async () => {
    if (row === null || !isAnswered) return
    const visit = await draft.send()
    if (visit === null) return
    setText('')
    onDone(visit)
  }
  const keyed = (event: KeyboardEvent) => {
    const next = event.key === 'Home' || event.key === 'End' ? null : placeAfter(event.key, at, rows.length)
    if (event.key === 'Enter' && !event.repeat) void send()
    else if (next !== null) setChosen(rows[next]?.id ?? null)
    else return
    event.preventDefault()
  }
  return (
    <aside className="card side" aria-label={t('reception.check_in')}>
      <header className="card-head">
        <h2>{t('reception.check_in')}</h2>
        <kbd>{CHECK_IN_KEY}</kbd>
        <span className="space" />
        <CloseButton size={34} aria-label={t('act.close')} onClick={onClose} />
      </header>
      <div className="card-body">
        <TextInput
          ref={field}
          role="combobox"
          aria-label={t('reception.who')}
          aria-expanded
          aria-controls="candidates"
          aria-activedescendant={row === null ? undefined : `candidate-${at}`}
          placeholder={t('reception.who_hint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onKeyDown={keyed}
          onChange={event => {
            setText(event.currentTarget.value)
            setChosen(null)
          }}
        />
        <CandidateList rows={rows} at={at} today={day.today} isAnswered={isAnswered} onChoose={setChosen} />
        {rows.length > 0 || !isAnswered ? null : <Nobody typed={text.trim() !== ''} others={others} />}
        <ErrorNotice error={work.call.error} />
        {row === null ? null : <Draft day={day} draft={draft} onSend={() => void send()} />}
        <div className="buttons">
          <Button loading={work.call.busy} disabled={row === null} onClick={() => void send()}>
            {t('reception.came')} <kbd className="on-button">Enter</kbd>
          </Button>
          <Button variant="default" onClick={() => goTo('register')}>
            {t('reception.no_application')} <kbd className="beside-word">Ctrl 2</kbd>
          </Button>
        </div>
      </div>
    </aside>
  )
}

/** Begins with the number of an application that was named: it is found as if it had been typed. */
function useTextOf(key: string | null, setText: (text: string) => void): void {
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: `application:${key ?? ''}` }), [key]),
  )
  const number = card?.registered?.number ?? null
  const text = number === null ? null : numberText(number)
  useEffect(() => {
    if (text !== null) setText(text)
  }, [text, setText])
}

function Nobody({ typed, others }: { typed: boolean; others: number }) {
  const { t } = useWords()
  if (!typed) return <p className="mute">{t('reception.nobody_booked')}</p>
  return (
    <p className="mute" role="status">
      {others > 0 ? t('reception.found_closed', { count: others }) : t('reception.not_found')}
    </p>
  )
}

/** What of the application may be put otherwise at the door: before whom, and whether out of turn. */
function Draft({ day, draft, onSend }: { day: ReceptionDay; draft: CheckInDraft; onSend: () => void }) {
  const { t, language } = useWords()
  const textOf = useStandText(day)
  const shortest = shortestOf(standsOf(day), receivingOf(day))
  const known = day.officials.some(({ id }) => id === draft.officialId)
  return (
    <>
      <NativeSelect
        label={t('visit.column.official')}
        description={shortest === null ? undefined : t('reception.shortest', { line: textOf(shortest) })}
        data={[
          { value: '', label: t('reception.anyone') },
          ...day.officials.map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        value={known ? (draft.officialId ?? '') : ''}
        onChange={event => draft.change({ officialId: event.currentTarget.value || null })}
      />
      <Checkbox
        label={t('reception.out_of_turn')}
        description={t('reception.out_of_turn.sentence')}
        checked={draft.outOfTurn}
        onChange={event => draft.change({ outOfTurn: event.currentTarget.checked })}
      />
      {draft.note === null ? null : (
        <TextInput
          label={t('reception.out_of_turn.note')}
          description={t('reception.out_of_turn.note_sentence')}
          maxLength={MOST_NOTE}
          value={draft.note}
          error={draft.isNoteMissing ? t('error.visit.out_of_turn_note') : undefined}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.repeat) return
            event.preventDefault()
            onSend()
          }}
          onChange={event => draft.change({ note: event.currentTarget.value })}
        />
      )}
    </>
  )
}
