import { countedFrom } from '#shared/application/working-time.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../../app/desk-rows.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../columns.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { Fact, Part } from './Part.tsx'

/** For when the applicant is booked, or by when the answer is due and why by then. */
export function ReceptionPart({ card: { registered, status } }: { card: ApplicationCard }) {
  const { t, dates } = useWords()
  const { nameOf } = useDimensionWords()
  if (registered === null) return null
  const { booking, registration, on } = registered
  return (
    <Part title={t('card.reception')}>
      {booking === null ? null : (
        <dl className="facts">
          <Fact label={t('column.booking')} text={bookingText({ booking }, dates)} />
          <Fact label={t('column.official')} text={nameOf('byOfficial', booking.officialId)} />
        </dl>
      )}
      {booking === null && status !== 'open' ? <p className="mute">{t('card.not_booked')}</p> : null}
      {status === 'open' ? <Term profile={registered.profile} from={countedFrom(registration, on)} /> : null}
    </Part>
  )
}

function Term({ profile, from }: { profile: ProfileId; from: PlainDate }) {
  const { t, dates } = useWords()
  const { by, unit, nominal, unsureYears } = getTerm('answer', profile, from, useWorkCalendar())
  return (
    <>
      <dl className="facts">
        <Fact label={t('card.term')} text={screenDate(by, dates)} />
      </dl>
      <p className="mute">
        {t(unit === 'calendar_days' ? 'card.term.why' : 'card.term.why_2026', { date: screenDate(from, dates) })}{' '}
        {nominal === by ? null : t('card.term.moved', { date: screenDate(nominal, dates) })}{' '}
        {unsureYears.length === 0 ? null : t('card.term.unsure', { years: unsureYears.join(', ') })}
      </p>
    </>
  )
}
