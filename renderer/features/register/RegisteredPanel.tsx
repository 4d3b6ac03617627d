import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
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
import { applicantName } from '../../components/applicant-name.ts'
import { Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BookTime } from './BookTime.tsx'
import { QueueToday } from './QueueToday.tsx'
import type { RegisterValues } from './register-values.ts'
import { TalonOfDone } from './TalonOfDone.tsx'

/** What main registered, and what of. */
export type Registered = ResultOf<'application.register'> & { readonly values: RegisterValues }

/** The registration is done: its number, what happens next, and the next act, each by one key. */
export function RegisteredPanel({ done, onNext }: { done: Registered; onNext: () => void }) {
  const { t } = useWords()
  const next = useRef<HTMLButtonElement>(null)
  const [booking, setBooking] = useState<Booking | null>(null)
  const [asksTime, setAsksTime] = useState(false)
  const [isTalonMade, setTalonMade] = useState(false)
  useEffect(() => {
    if (isTalonMade) next.current?.focus()
  }, [isTalonMade])
  return (
    <section className="card done" aria-label={t('register.done.title')}>
      <Told done={done} />
      {booking === null ? null : <Booked booking={booking} />}
      <div className="buttons">
        <TalonOfDone application={done.action.entity} onMade={() => setTalonMade(true)} />
        <QueueToday done={done} />
        {booking === null ? (
          <Button variant="default" aria-expanded={asksTime} onClick={() => setAsksTime(!asksTime)}>
            {t('register.done.book')}
          </Button>
        ) : null}
        <Button ref={next} variant={isTalonMade ? 'filled' : 'default'} onClick={onNext}>
          {t('register.done.next')}
        </Button>
      </div>
      {asksTime && booking === null ? <BookTime done={done} onBooked={setBooking} /> : null}
    </section>
  )
}

/** Said aloud: that it is done, under which number, and what happens next. */
function Told({ done }: { done: Registered }) {
  const { t, dates } = useWords()
  const { action, number, values } = done
  const office = useOffice()
  const since = countedFrom(bodyOf('application.registered', action).registration, action.date)
  const calendar = useWorkCalendar()
  const term = office ? getTerm('answer', profileOn(office, since), since, calendar).by : null
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
          {term === null ? null : <p>{t('register.done.term', { date: officialDate(term, dates, 'to') })}</p>}
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
