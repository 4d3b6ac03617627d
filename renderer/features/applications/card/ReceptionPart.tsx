import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../columns.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { Fact, Part } from './Part.tsx'

/** For when the applicant is booked; an open application without a booking has its terms alone. */
export function ReceptionPart({ card: { registered, status } }: { card: ApplicationCard }) {
  const { t, dates } = useWords()
  const { nameOf } = useDimensionWords()
  const booking = registered?.booking ?? null
  if (registered === null || (booking === null && status === 'open')) return null
  return (
    <Part title={t('card.reception')}>
      {booking === null ? (
        <p className="mute">{t('card.not_booked')}</p>
      ) : (
        <dl className="facts">
          <Fact label={t('column.booking')} text={bookingText({ booking }, dates)} />
          <Fact label={t('column.official')} text={nameOf('byOfficial', booking.officialId)} />
        </dl>
      )}
    </Part>
  )
}
