import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber, toDayNumber } from '#shared/time/plain-date.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { ApplicationCard, ApplicationListRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { forgetCopied } from './copy-text.ts'
import { ImportNumbers } from './ImportNumbers.tsx'
import { NumberField } from './NumberField.tsx'
import { PortalFields } from './PortalFields.tsx'
import { usePortalLines } from './use-portal-lines.ts'

const WAITING = { mark: 'no_eotinish', limit: 200 } as const

/** What is registered here and not in e-Otinish yet (clause 25, KZ-2026 point 5): the oldest first, taken over one by one. */
export function EotinishTray() {
  const { t } = useWords()
  const waiting = useRows('applications.waiting', WAITING)
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = waiting?.rows ?? []
  useEffect(() => () => forgetCopied(false), [])
  const noted = (next: string | undefined) => {
    forgetCopied(true)
    setChosen(next ?? null)
  }
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  )
  const current = rows[at]
  return (
    <>
      <div className="screen-head">
        <h1>{t('eotinish.title')}</h1>
        {waiting === undefined ? null : <span className="mute">{t('eotinish.total', { number: waiting.total })}</span>}
        <span className="space" />
        <ImportNumbers />
        <Button component="a" variant="default" href={addressOf('applications')}>
          {t('applications.title')}
        </Button>
      </div>
      <p className="sentence">{t('eotinish.sentence')}</p>
      {waiting !== undefined && current === undefined ? (
        <EmptyScreen title={t('eotinish.empty.title')} sentence={t('eotinish.empty.sentence')} />
      ) : null}
      {current === undefined ? null : (
        <div className="split">
          <section className="card list eotinish-list" aria-label={t('eotinish.title')}>
            <Waiting rows={rows} chosen={current.id} onChoose={setChosen} />
          </section>
          <Taken id={current.id} onNoted={() => noted(rows[at + 1]?.id)} />
        </div>
      )}
    </>
  )
}

interface WaitingShown {
  readonly rows: readonly ApplicationListRow[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

function Waiting({ rows, chosen, onChoose }: WaitingShown) {
  const { t, dates } = useWords()
  const today = toDayNumber(useToday())
  return (
    <ul>
      {rows.map(row => (
        <li key={row.id}>
          <button type="button" aria-current={row.id === chosen} onClick={() => onChoose(row.id)}>
            <b>{row.number === null ? '' : numberText(row.number)}</b>
            <span>{applicantName(row) || row.organisation || t('applications.erased')}</span>
            <span className={row.day < today ? 'badge red' : 'badge amber'}>
              {row.day === today ? t('eotinish.today') : screenDate(fromDayNumber(row.day), dates)}
            </span>
            {row.atReception === null ? null : <span className="badge sky">{t('register.at_reception.mark')}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Taken({ id, onNoted }: { id: string; onNoted: () => void }) {
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  return card == null ? null : <TakeOver key={card.id} card={card} onNoted={onNoted} />
}

/** One application beside the portal: its fields to copy, its number to be typed back. */
function TakeOver({ card, onNoted }: { card: ApplicationCard; onNoted: () => void }) {
  const { t } = useWords()
  const lines = usePortalLines(card)
  const box = useRef<HTMLInputElement>(null)
  const number = card.registered === null ? '' : numberText(card.registered.number)
  useEnter(() => box.current?.focus())
  return (
    <aside className="card side eotinish" aria-label={number}>
      <header className="card-head">
        <h2>{number}</h2>
        <span className="space" />
        <a className="link" href={addressOf('applications', { open: card.id })}>
          {t('eotinish.card')}
        </a>
      </header>
      <div className="card-body">
        <p className="mute">{t('eotinish.where', { number })}</p>
        {card.registered?.registration.atReception == null ? null : <p>{t('eotinish.mark_there')}</p>}
        <PortalFields lines={lines} />
        <NumberField card={card} box={box} onNoted={onNoted} />
      </div>
    </aside>
  )
}

/** Enter anywhere but on a button or in a field leads to the number. */
function useEnter(act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isFree = event.target === document.body || event.target === document.getElementById('main')
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || !isFree) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
