import { useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import { type Booking, BookingConsent, HandReason } from '#shared/application/registration.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useOffice, useOfficials, useWorkCalendar } from '../../../app/desk-rows.ts'
import { useRows } from '../../../app/use-rows.ts'
import { typedDate } from '../../../components/typed-date.ts'
import { typedTime } from '../../../components/typed-time.ts'
import { useToday } from '../../../components/use-office-time.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { firstBefore } from '../../plan/people/people-lists.ts'
import { bookingWarnings, consentsNeeded, firstReceiving, freeTimes, receptionsOf } from './booking-days.ts'
import { useApproved, useTaken } from './use-booking.ts'

/** A day that is typed, not chosen of the schedule. */
export const OTHER_DAY = 'other'

export type BookingForm = ReturnType<typeof useBookingForm>

/** A date as it is typed back into its field. */
const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/**
 * What stands in the fields, and what is found of it. It begins with the booking there is, else with who was decided on, else
 * with the wish, the next reception and its first free time; what a person chose or typed stays.
 */
export function useBookingForm(card: ApplicationCard) {
  const { id, registered } = card
  const today = useToday()
  const calendar = useWorkCalendar()
  const lunch = useLunch()
  const officials = useOfficials() ?? []
  const approved = useApproved(today)
  const now = registered?.booking ?? null
  const appointed = registered?.appointed ?? null
  const first = now?.officialId ?? appointed?.officialId ?? registered?.registration.officialId ?? null
  const [chosenOfficial, setOfficial] = useState(first)
  const [chosenDay, setDay] = useState<string | null>(now === null ? null : (now.reception ?? now.date))
  const [dateText, setDateText] = useState(now === null ? '' : typedForm(now.date))
  const [typedText, setTimeText] = useState<string | null>(now === null ? null : (now.time ?? ''))
  const officialId = chosenOfficial ?? firstReceiving(officials, today, approved) ?? ''
  const receptions = receptionsOf(officialId, today, approved)
  const chosen = chosenDay ?? receptions.find(one => one.date > today)?.id ?? ''
  // A booking of before schedules had receptions names its day alone.
  const offered = receptions.find(one => one.id === chosen) ?? receptions.find(one => one.date === chosen)
  const day = offered?.id ?? (chosen === '' ? '' : OTHER_DAY)
  const date = offered?.date ?? (day === OTHER_DAY ? typedDate(dateText) : null)
  const taken = useTaken(id, officialId, date)
  const free = offered === undefined ? [] : freeTimes(offered, taken, lunch)
  const timeText = typedText ?? free[0] ?? ''
  const time = typedTime(timeText)
  const timeWrong = timeText.trim() !== '' && time === null
  const warnings =
    date === null || officialId === ''
      ? []
      : bookingWarnings({ officialId, date, time, receptions, taken, today, calendar })
  const mode = offered?.mode ?? 'in_person'
  const said = useSaid(card, { officialId, mode })
  const booking: Booking | null =
    date === null || timeWrong || officialId === ''
      ? null
      : { officialId, date, time, reception: offered?.id ?? null, mode, ...said.parts, because: null }
  const choose = (next: string) => {
    setOfficial(next)
    setDay(null)
  }
  const fields = {
    officials,
    officialId,
    choose,
    receptions,
    day,
    setDay,
    dateText,
    setDateText,
    timeText,
    setTimeText,
  }
  return { ...fields, ...said, date, time, timeWrong, free, warnings, booking }
}

/** What is agreed to, and why somebody goes before those who applied earlier. */
function useSaid({ id, registered }: ApplicationCard, asked: Parameters<typeof consentsNeeded>[1]) {
  const [agreed, setAgreed] = useState<ReadonlySet<BookingConsent>>(new Set())
  const [hand, setHand] = useState('')
  const people = useRows('plan.people', NOTHING)?.rows ?? []
  const own = people.find(({ person }) => person.application === id)?.person
  const before =
    own &&
    firstBefore(
      own,
      asked.officialId,
      people.map(({ person }) => person),
    )
  const row = people.find(({ person }) => person.application === before?.application)?.row
  const booking = registered?.booking ?? null
  const consents = consentsNeeded({ appointed: registered?.appointed ?? null, booking }, asked)
  const given = BookingConsent.options.filter(one => consents.includes(one) && agreed.has(one))
  const agree = (consent: BookingConsent) => {
    const next = new Set(agreed)
    if (!next.delete(consent)) next.add(consent)
    setAgreed(next)
  }
  return {
    consents,
    agreed,
    agree,
    isAgreed: given.length === consents.length,
    /** The number of the first who applied earlier and has no time with the official; null: nobody is passed over. */
    before: row?.number ? numberText(row.number) : null,
    hand,
    setHand,
    isReasoned: row === undefined || hand !== '',
    parts: {
      agreed: [...new Set([...(booking?.agreed ?? []), ...given])],
      hand: row === undefined ? null : (HandReason.safeParse(hand).data ?? null),
    },
  }
}

const NOTHING = {}

function useLunch() {
  const office = useOffice()
  return office ? { from: office.hours.lunchFrom, to: office.hours.lunchTo } : null
}
