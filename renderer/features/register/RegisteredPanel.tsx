import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { Booking } from '#shared/application/registration.ts'
import { countedFrom } from '#shared/application/working-time.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { officialDate, screenDate } from '#shared/time/official-date.ts'
import { useOffice, useOfficials, useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useTalon } from '../../components/use-talon.tsx'
import { Why } from '../../components/WhyDate.tsx'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BookReception } from '../applications/card/BookReception.tsx'
import { useApplicationAct } from '../applications/card/use-application-act.ts'
import { LackingDone } from './LackingDone.tsx'
import { QueueToday } from './QueueToday.tsx'
import type { RegisterValues } from './register-values.ts'

/** What main registered, and what of. */
export type Registered = ResultOf<'application.register'> & { readonly values: RegisterValues }

/** The registration is done: its number, what happens next, and the next act, each by one key. */
export function RegisteredPanel({ done, onNext }: { done: Registered; onNext: () => void }) {
  const { t } = useWords()
  const print = useRef<HTMLButtonElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const [isTalonMade, setTalonMade] = useState(false)
  const talon = useTalon(() => setTalonMade(true))
  const { entity } = done.action
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: entity }), [entity]),
  )
  const booking = card?.registered?.booking ?? null
  const isLacking = card?.status === 'incomplete'
  useEffect(() => {
    const way = isTalonMade ? next : print
    way.current?.focus()
  }, [isTalonMade])
  return (
    <section className="card done" aria-label={t('register.done.title')}>
      <Told done={done} />
      {isLacking && card.registered !== null ? <LackingDone card={card} registered={card.registered} /> : null}
      {booking === null ? null : <Booked booking={booking} />}
      {talon.element}
      <div className="buttons">
        {isTalonMade ? null : (
          <Button ref={print} loading={talon.busy} onClick={() => talon.print(entity, [])}>
            {t('register.done.talon')}
          </Button>
        )}
        <QueueToday done={done} />
        {booking === null && !isLacking ? <Book card={card} /> : null}
        <Button ref={next} variant={isTalonMade ? 'filled' : 'default'} onClick={onNext}>
          {t('register.done.next')}
        </Button>
      </div>
    </section>
  )
}

/** The button has its place from the first, so that no key that follows falls on another; the dialog waits for the card. */
function Book({ card }: { card: ApplicationCard | null | undefined }) {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('register.done.book')}
      </Button>
      {isAsked && card ? <BookDialog card={card} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

/** The same dialog as on the card. */
function BookDialog({ card, onClose }: { card: ApplicationCard; onClose: () => void }) {
  return <BookReception card={card} press={useApplicationAct(card)} onClose={onClose} />
}

/** Said aloud: that it is done, under which number, and what happens next. */
function Told({ done }: { done: Registered }) {
  const { t, dates } = useWords()
  const { action, number, values } = done
  const office = useOffice()
  const since = countedFrom(bodyOf('application.registered', action).registration, action.date)
  const calendar = useWorkCalendar()
  const term = office ? getTerm('answer', profileOn(office, since), since, calendar) : null
  // What is there when a live region is drawn is not read: the words come just after it.
  const [said, setSaid] = useState(false)
  useEffect(() => setSaid(true), [])
  return (
    <div role="status" className="done-told">
      {said ? (
        <>
          <h1>{t('register.done.title')}</h1>
          <p className="mute">{t('register.done.number')}</p>
          <p className="done-number">{numberText(number)}</p>
          <p>
            <b>{applicantName(values.personal) || values.personal.organisation}</b>
            {' \u00b7 '}
            {t('register.done.when', { date: screenDate(action.date, dates), time: officeTime(Date.parse(action.at)) })}
          </p>
          {term === null ? null : (
            <p>
              {t('register.done.term', { date: officialDate(term.by, dates, 'to') })} <Why term={term} />
            </p>
          )}
        </>
      ) : null}
    </div>
  )
}

function Booked({ booking }: { booking: Booking }) {
  const { t, dates, language } = useWords()
  const official = useOfficials()?.find(one => one.id === booking.officialId)
  return (
    <Notice tone="green">
      {t('register.done.booked', {
        date: screenDate(booking.date, dates),
        time: booking.time ?? '',
        official: official === undefined ? '' : officialName(official, language),
      })}
    </Notice>
  )
}
