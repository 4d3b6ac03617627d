import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { HandReason } from '#shared/application/registration.ts'
import { offeredWith } from '#shared/official/post.ts'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../../app/desk-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import { useToday } from '../../../components/use-office-time.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { dayText } from '../../terms/day-text.ts'
import type { CardPress } from './use-application-act.ts'
import { type BookingForm, OTHER_DAY, useBookingForm } from './use-booking-form.ts'

interface Asked {
  readonly card: ApplicationCard
  readonly press: CardPress
  readonly onClose: () => void
}

/** Books a reception: the days the official receives by the approved schedule are offered, any other can be typed. */
export function BookReception({ card, press, onClose }: Asked) {
  const words = useWords()
  const { t, language } = words
  const calendar = useWorkCalendar()
  const today = useToday()
  const form = useBookingForm(card)
  const { officials, officialId, date, warnings, free, booking } = form
  const book = async () => {
    if (booking === null) return
    if (await press.act({ type: 'application.booked', body: { booking }, done: 'act.book.done' })) onClose()
  }
  return (
    <Confirm
      title={t('act.book')}
      act={t('act.book')}
      call={press.call}
      allowed={booking !== null && !warnings.includes('taken') && form.isAgreed && form.isReasoned}
      onAct={() => void book()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('column.official')}
        data-autofocus
        value={officialId}
        data={[
          { value: '', label: t('register.not_chosen') },
          ...offeredWith(officials, today, officialId).map(one => ({
            value: one.id,
            label: officialName(one, language),
          })),
        ]}
        onChange={event => form.choose(event.currentTarget.value)}
      />
      {officialId === '' ? null : <DayFields form={form} />}
      {free.length === 0 ? null : <p className="mute">{t('act.book.free', { times: free.join(', ') })}</p>}
      <Demands form={form} />
      {warnings.map(one => (
        <Notice key={one} tone="amber">
          {t(`act.book.warning.${one}`)}
          {one === 'not_working' && date !== null ? ` ${dayText(date, calendar, words)}.` : null}
        </Notice>
      ))}
    </Confirm>
  )
}

/** What the applicant has to agree to, and why it is out of the order where it is. */
function Demands({ form }: { form: BookingForm }) {
  const { t } = useWords()
  return (
    <>
      {form.consents.map(one => (
        <Checkbox
          key={one}
          label={t(`people.consent.${one}`)}
          checked={form.agreed.has(one)}
          onChange={() => form.agree(one)}
        />
      ))}
      {form.before === null ? null : (
        <NativeSelect
          label={t('people.hand')}
          description={t('people.out_of_order', { person: form.before })}
          value={form.hand}
          data={[
            { value: '', label: t('register.not_chosen') },
            ...HandReason.options.map(value => ({ value, label: t(`people.hand.${value}`) })),
          ]}
          onChange={event => form.setHand(event.currentTarget.value)}
        />
      )}
    </>
  )
}

function DayFields({ form }: { form: BookingForm }) {
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
            value: one.id,
            label: `${screenDate(one.date, dates)}, ${hoursText(one.from, one.to)}, ${t(`people.mode.${one.mode}`)}`,
          })),
          { value: OTHER_DAY, label: t('act.book.other_day') },
        ]}
        onChange={event => setDay(event.currentTarget.value)}
      />
      {day === OTHER_DAY ? (
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
