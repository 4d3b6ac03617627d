import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { useDays } from './use-days.ts'

const NOTHING = {}
const SHOWN = 30

/** How the days before were closed: each close with its time, who closed, and how much stood open. */
export function DaysBefore({ days }: { days: NonNullable<ReturnType<typeof useDays>> }) {
  const { t, dates } = useWords()
  const users = useRows('users.all', NOTHING)
  const closes = days.flatMap(({ day, closed }) => closed.toReversed().map(one => ({ day, ...one }))).slice(0, SHOWN)
  if (closes.length === 0) return null
  return (
    <Card title={t('close.days')}>
      <ul className="rows">
        {closes.map(({ day, at, user, open }) => (
          <li key={`${day} ${at}`}>
            <a className="link" href={addressOf('reception', { part: 'close', day })}>
              {screenDate(day, dates)}
            </a>
            <span className="mute">{officeTime(Date.parse(at))}</span>
            <span className="grow">
              {open.length === 0 ? t('close.days.clean') : t('close.days.open', { count: open.length })}
            </span>
            <span className="mute">{users?.find(one => one.user?.id === user)?.user?.name ?? ''}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
