import { Button } from '@mantine/core'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { DayDue } from './days-due.ts'

/** Today's lines of days that wait to be closed. */
export function DayLines({ due }: { due: readonly DayDue[] }) {
  const { t, dates } = useWords()
  return due.map(({ day, isToday, closedWith, open }) => {
    const date = screenDate(day, dates)
    const text = isToday
      ? t('close.due.today', { count: open })
      : closedWith === null
        ? t('close.due.not_closed', { date, count: open })
        : t('close.due.closed_with', { date, count: closedWith, open })
    return (
      <li key={day}>
        <Badge tone="amber">{t(isToday ? 'today.urgency.now' : 'today.urgency.late')}</Badge>
        <span className="grow">{text}</span>
        <Button variant="default" onClick={() => goTo('reception', { part: 'close', ...(isToday ? {} : { day }) })}>
          {t(closedWith === null ? 'close.act' : 'today.see')}
        </Button>
      </li>
    )
  })
}

/** So many days are named in the line of those before. */
const MOST_NAMED = 5

/** One line of all days before that nobody closed; it leads to the oldest. */
export function OlderDayLine({ days }: { days: readonly PlainDate[] }) {
  const { t, dates } = useWords()
  const [oldest] = days
  if (oldest === undefined) return null
  const named = days.slice(0, MOST_NAMED).map(day => screenDate(day, dates))
  const text = [...named, ...(days.length > MOST_NAMED ? ['\u2026'] : [])].join(', ')
  return (
    <li>
      <Badge tone="amber">{t('today.urgency.late')}</Badge>
      <span className="grow">{t('close.due.older', { count: days.length, dates: text })}</span>
      <Button variant="default" onClick={() => goTo('reception', { part: 'close', day: oldest })}>
        {t('close.act')}
      </Button>
    </li>
  )
}
