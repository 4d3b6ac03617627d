import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../../app/use-rows.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../columns.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { Fact, Part } from './Part.tsx'

const NOTHING = {}

/** Who is to receive the applicant and for when he is booked; an open application without a booking has its terms alone. */
export function ReceptionPart({ card: { registered, status } }: { card: ApplicationCard }) {
  const { t, dates } = useWords()
  const { nameOf } = useDimensionWords()
  const users = useRows('users.all', NOTHING)
  const booking = registered?.booking ?? null
  const appointed = registered?.appointed ?? null
  if (registered === null || (booking === null && appointed === null && status === 'open')) return null
  const by = users?.find(one => one.user?.id === appointed?.by)?.user?.name ?? ''
  return (
    <Part title={t('card.reception')}>
      {appointed === null ? null : (
        <dl className="facts">
          <Fact label={t('people.received_by')} text={nameOf('byOfficial', appointed.officialId)} />
          <Fact label={t('card.appointed')} text={joined([screenDate(appointed.on, dates), by], ', ')} />
          {appointed.video ? <Fact label={t('people.video_consent')} text={t('card.yes')} /> : null}
        </dl>
      )}
      {booking === null ? (
        <p className="mute">{t('card.not_booked')}</p>
      ) : (
        <dl className="facts">
          <Fact label={t('column.booking')} text={bookingText({ booking }, dates)} />
          <Fact label={t('column.official')} text={nameOf('byOfficial', booking.officialId)} />
          <Fact label={t('card.mode')} text={t(`people.mode.${booking.mode}`)} />
          {booking.hand === null ? null : <Fact label={t('people.hand')} text={t(`people.hand.${booking.hand}`)} />}
        </dl>
      )}
    </Part>
  )
}
