import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Booking } from '#shared/application/registration.ts'
import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { type PlainTime, toDayNumber } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useMonthState, useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { freeTimes, monthsFrom, upcoming } from './booking-offer.ts'
import type { Registered } from './RegisteredPanel.tsx'

interface Asked {
  readonly done: Registered
  readonly onBooked: (booking: Booking) => void
}

/** A time at a reception of the approved schedule. */
export function BookTime({ done, onBooked }: Asked) {
  const { t } = useWords()
  const { start } = useDesk()
  const [month, after] = monthsFrom(start.today)
  const now = useMonthState(month)
  const later = useMonthState(after)
  const officials = useOfficials()
  if (now === undefined || later === undefined || officials === undefined) return null
  const receptions = upcoming(
    [now, later].map(({ state }) => state?.approved?.schedule ?? null),
    start.today,
  )
  const receiving = officials.filter(one => receptions.some(reception => reception.officialId === one.id))
  if (receiving.length === 0) return <p className="mute">{t('register.book.none')}</p>
  return <Times done={done} onBooked={onBooked} receptions={receptions} receiving={receiving} />
}

function Times({ done, onBooked, receptions, receiving }: Asked & { receptions: Reception[]; receiving: Official[] }) {
  const { t, dates, language } = useWords()
  const wanted = done.values.registration.officialId
  const [officialId, setOfficial] = useState(receiving.find(one => one.id === wanted)?.id ?? receiving[0]?.id ?? '')
  const own = receptions.filter(one => one.officialId === officialId)
  const [chosen, setChosen] = useState('')
  const reception = own.find(one => one.id === chosen) ?? own[0]
  const free = useFree(reception)
  const [at, setAt] = useState('')
  const time = free.find(one => one === at) ?? free[0] ?? null
  const booking = useBooking(done, onBooked)
  return (
    <div className="booking">
      <NativeSelect
        label={t('register.book.official')}
        value={officialId}
        data={receiving.map(one => ({ value: one.id, label: officialName(one, language) }))}
        onChange={event => setOfficial(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('register.book.date')}
        value={reception?.id ?? ''}
        data={own.map(one => ({
          value: one.id,
          label: `${screenDate(one.date, dates)}, ${weekdayName(one.date, dates)}`,
        }))}
        onChange={event => setChosen(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('register.book.time')}
        value={time ?? ''}
        disabled={time === null}
        data={free.length === 0 ? [t('register.book.full')] : [...free]}
        onChange={event => setAt(event.currentTarget.value)}
      />
      <Button
        loading={booking.busy}
        disabled={time === null || reception === undefined || !booking.ready}
        onClick={() => reception && booking.book({ officialId, date: reception.date, time })}
      >
        {t('register.book.act')}
      </Button>
      <ErrorNotice error={booking.error} />
    </div>
  )
}

/** Times of a reception nobody was given yet. */
function useFree(reception: Reception | undefined): PlainTime[] {
  const { start } = useDesk()
  const day = toDayNumber(reception?.date ?? start.today)
  const params = useMemo(() => ({ mark: `booked:${day}` as const, limit: 200 }), [day])
  const booked = useRows('applications.waiting', params)
  if (reception === undefined || booked === undefined) return []
  return freeTimes(
    reception,
    booked.rows.flatMap(row => row.booking ?? []),
  )
}

/** Books on the newest action of the application: the talon may have been made meanwhile. */
function useBooking(done: Registered, onBooked: (booking: Booking) => void) {
  const { call, act } = useJournalAct()
  const params = useMemo(() => ({ id: done.action.entity }), [done.action.entity])
  const basedOn = useRows('applications.one', params)?.head ?? null
  const book = async (booking: Booking) => {
    const intent = { entity: done.action.entity, type: 'application.booked', basedOn, body: { booking } }
    if (await act(intent)) onBooked(booking)
  }
  return { busy: call.busy, error: call.error, ready: basedOn !== null, book: (one: Booking) => void book(one) }
}
