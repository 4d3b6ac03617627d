import { Button, Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useMemo } from 'react'
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
import type { CheckInDraft } from './use-check-in.ts'
import { type Coming, useComing } from './use-coming.ts'
import { useFocusWhen } from './use-focus-when.ts'
import { placeAfter } from './use-line-keys.ts'
import type { Marked } from './use-marked.ts'
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
  readonly onDone: (visits: readonly EntityId[]) => void
  readonly onClose: () => void
}

/** Who came: those booked for today at once, any other open application by typing. Enter gives the ticket. */
export function CheckInPane({ day, work, first, wanted, onDone, onClose }: Asked) {
  const { t } = useWords()
  const coming = useComing(day, work, onDone)
  const { text, setText, rows, at, row, isAnswered, others, choose, draft, marked, send } = coming
  useTextOf(first, setText)
  const field = useFocusWhen<HTMLInputElement>(wanted)
  useEffect(() => {
    void document.getElementById(`candidate-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <aside className="card side" aria-label={t('reception.check_in')}>
      <header className="card-head">
        <h2>{t('reception.check_in')}</h2>
        <kbd>{CHECK_IN_KEY}</kbd>
        <span className="space" />
        <CloseButton size={34} aria-label={t('act.close')} onClick={onClose} />
      </header>
      <div className="card-body">
        <WhoField coming={coming} field={field} />
        <CandidateList
          {...{ rows, at, isAnswered, marked: marked.rows, today: day.today }}
          onChoose={choose}
          onMark={marked.toggle}
        />
        <MarkedTold marked={marked} />
        {rows.length > 0 || !isAnswered ? null : <Nobody typed={text.trim() !== ''} others={others} />}
        <ErrorNotice error={work.call.error} />
        {row === null ? null : <Draft day={day} draft={draft} onSend={() => void send()} />}
        <div className="buttons">
          <Button
            loading={work.call.busy}
            disabled={row === null && marked.rows.length === 0}
            onClick={() => void send()}
          >
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

/** The field in which the arrows choose, Shift with them marks, and Enter checks in. */
function WhoField({ coming, field }: { coming: Coming; field: RefObject<HTMLInputElement | null> }) {
  const { t } = useWords()
  const { text, setText, rows, at, row, isAnswered, choose, marked, send } = coming
  const keyed = (event: KeyboardEvent) => {
    const marks = event.shiftKey && isAnswered && marked.keyed(event.key, rows, at)
    const next = event.key === 'Home' || event.key === 'End' ? null : placeAfter(event.key, at, rows.length)
    if (event.key === 'Enter' && !event.repeat) void send()
    else if (next !== null) choose(rows[next]?.id ?? null)
    else return
    // What was typed gives way to what is typed for the next one.
    if (marks) field.current?.select()
    event.preventDefault()
  }
  return (
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
        choose(null)
      }}
    />
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

/** Who came together: how many are marked, and how it is done. */
function MarkedTold({ marked: { rows, drop } }: { marked: Marked }) {
  const { t } = useWords()
  if (rows.length === 0) return <p className="mute">{t('reception.mark_hint')}</p>
  return (
    <p role="status">
      {t('reception.marked', { count: rows.length })}{' '}
      <button type="button" className="link" onClick={() => drop()}>
        {t('reception.unmark')}
      </button>
    </p>
  )
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
