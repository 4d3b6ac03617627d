import { PlainMonth } from '#shared/time/plain-date.ts'
import { useMonthState, useOfficials } from '../../app/desk-rows.ts'
import { Card } from '../../components/Card.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Receptions of this day by the approved schedule. Without an approved one it says so, and shows none. */
export function ReceptionsToday() {
  const { t, language, pick } = useWords()
  const today = useToday()
  const officials = useOfficials()
  const known = useMonthState(PlainMonth.parse(today.slice(0, 7)))
  if (known === undefined || officials === undefined) return null
  const approved = known.state?.approved ?? null
  const own = approved?.schedule.receptions.filter(one => one.date === today) ?? []
  return (
    <Card title={t('today.receptions')}>
      {own.length === 0 ? (
        <p className="card-body mute">{approved === null ? t('today.not_approved') : t('today.no_receptions')}</p>
      ) : (
        <ul className="rows">
          {own.map(one => {
            const official = officials.find(known => known.id === one.officialId)
            return (
              <li key={one.id}>
                <b>{`${one.from}\u2013${one.to}`}</b>
                <span className="grow">
                  {official === undefined ? '' : officialName(official, language)}{' '}
                  <span className="mute">{official === undefined ? '' : pick(official.position)}</span>
                </span>
                <span className="mute">{t('today.room', { room: one.room })}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
