import { Button } from '@mantine/core'
import { findCalendarDay } from '#shared/calendar/rules.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { dayAndMonth } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'

interface Shown {
  readonly reception: Reception
  readonly agreed: boolean
  readonly onAgree: (ids: readonly string[]) => void
}

/** From where and why a reception was moved, and whether a person agreed to it. */
export function MovedState({ reception, agreed, onAgree }: Shown) {
  const { t, dates, pick } = useWords()
  const calendar = useWorkCalendar()
  const { moved, id, date } = reception
  if (moved === null) return null
  const row = findCalendarDay(moved.from, calendar)
  const reason = row === null ? '' : pick(row.name)
  return (
    <div className="moved">
      <span>
        {t(`schedule.move.${moved.code}`, {
          from: dayAndMonth(moved.from, dates, 'from'),
          to: dayAndMonth(date, dates, 'to'),
          reason,
        })}
      </span>
      {agreed ? (
        <Badge tone="green">{t('schedule.agreed')}</Badge>
      ) : (
        <>
          <Badge tone="amber">{t('schedule.proposed')}</Badge>
          <Button size="compact-sm" className="tall-button" onClick={() => onAgree([id])}>
            {t('schedule.agree')}
          </Button>
        </>
      )}
    </div>
  )
}
