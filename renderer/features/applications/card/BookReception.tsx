import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useOfficials, useWorkCalendar } from '../../../app/desk-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import { typedDate } from '../../../components/typed-date.ts'
import { typedTime } from '../../../components/typed-time.ts'
import { useToday } from '../../../components/use-office-time.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { dayText } from '../../terms/day-text.ts'
import { bookingWarnings, firstReceiving, freeTimes, receptionsOf } from './booking-days.ts'
import type { CardPress } from './use-application-act.ts'
import { useApproved, useTaken } from './use-booking.ts'

interface Asked {
  readonly card: ApplicationCard
  readonly press: CardPress
  readonly onClose: () => void
}

const OTHER = 'other'

/** A date as it is typed back into its field. */
const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** Books a reception: the days the official receives by the approved schedule are offered, any other can be typed. */
export function BookReception({ card, press, onClose }: Asked) {
  const words = useWords()
  const { t, language } = words
  const calendar = useWorkCalendar()
  const form = useBookingForm(card)
  const { officials, officialId, date, time, timeWrong, warnings, free } = form
  const booking = date !== null && !timeWrong && officialId !== '' ? { officialId, date, time } : null
  const book = async () => {
    if (booking === null) return
    if (await press.act({ type: 'application.booked', body: { booking }, done: 'act.book.done' })) onClose()
  }
  return (
    <Confirm
      title={t('act.book')}
      act={t('act.book')}
      call={press.call}
      allowed={booking !== null && !warnings.includes('taken')}
      onAct={() => void book()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('column.official')}
        data-autofocus
        value={officialId}
        data={[
          { value: '', label: t('register.not_chosen') },
          ...officials.map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        onChange={event => form.choose(event.currentTarget.value)}
      />
      {officialId === '' ? null : <DayFields form={form} />}
      {free.length === 0 ? null : <p className="mute">{t('act.book.free', { times: free.join(', ') })}</p>}
      {warnings.map(one => (
        <Notice key={one} tone="amber">
          {t(`act.book.warning.${one}`)}
          {one === 'not_working' && date !== null ? ` ${dayText(date, calendar, words)}.` : null}
        </Notice>
      ))}
    </Confirm>
  )
}

type Form = ReturnType<typeof useBookingForm>

function DayFields({ form }: { form: Form }) {
  const { t, dates } = useWords()
  const { receptions, day, setDay, dateText, setDateText, date, timeText, setTimeText, timeWrong } = form
  return (
    <>
      <NativeSelect
        label={t('act.book.day')}
        description={receptions.length === 0 ? t('act.book.none') : undefined}
        value={day}
        data={[
          { value: '', label: t('register.not_chosen') },
          ...receptions.map(one => ({
            value: one.date,
            label: `${screenDate(one.date, dates)}, ${hoursText(one.from, one.to)}`,
          })),
          { value: OTHER, label: t('act.book.other_day') },
        ]}
        onChange={event => setDay(event.currentTarget.value)}
      />
      {day === OTHER ? (
        <TextInput
          label={t('act.book.date')}
          placeholder={t('register.date_example')}
          value={dateText}
          error={dateText !== '' && date === null ? t('finding.date_unreadable') : undefined}
          onChange={event => setDateText(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        label={t('act.book.time')}
        value={timeText}
        error={timeWrong ? t('finding.time_unreadable') : undefined}
        onChange={event => setTimeText(event.currentTarget.value)}
      />
    </>
  )
}

/**
 * What stands in the fields, and what is found of it. It begins with the booking there is, else with the wish, the next
 * reception and its first free time; what a person chose or typed stays.
 */
function useBookingForm({ id, registered }: ApplicationCard) {
  const today = useToday()
  const calendar = useWorkCalendar()
  const officials = useOfficials() ?? []
  const approved = useApproved(today)
  const now = registered?.booking ?? null
  const [chosenOfficial, setOfficial] = useState(now?.officialId ?? registered?.registration.officialId ?? null)
  const [chosenDay, setDay] = useState<string | null>(now?.date ?? null)
  const [dateText, setDateText] = useState(now === null ? '' : typedForm(now.date))
  const [typedText, setTimeText] = useState<string | null>(now === null ? null : (now.time ?? ''))
  const officialId = chosenOfficial ?? firstReceiving(officials, today, approved) ?? ''
  const receptions = receptionsOf(officialId, today, approved)
  const chosen = chosenDay ?? receptions.find(one => one.date > today)?.date ?? ''
  const offered = receptions.find(one => one.date === chosen)
  const day = offered !== undefined || chosen === '' ? chosen : OTHER
  const date = offered?.date ?? (day === OTHER ? typedDate(dateText) : null)
  const taken = useTaken(id, officialId, date)
  const free = receptions.filter(one => one.date === date).flatMap(one => freeTimes(one, taken))
  const timeText = typedText ?? free[0] ?? ''
  const time = typedTime(timeText)
  const timeWrong = timeText.trim() !== '' && time === null
  const warnings =
    date === null || officialId === ''
      ? []
      : bookingWarnings({ officialId, date, time, receptions, taken, today, calendar })
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
  return { ...fields, date, time, timeWrong, free, warnings }
}
