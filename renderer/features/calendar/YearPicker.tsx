import { Button } from '@mantine/core'
import type { CalendarYear } from '#shared/calendar/model.ts'
import { addressOf } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Offered {
  readonly years: readonly CalendarYear[]
  readonly chosen: number
  readonly edited: ReadonlyMap<number, CalendarYear>
  readonly next: number
  readonly onAdd: () => void
}

/** The years of the calendar; one that was edited and not kept is marked. The next year is begun here. */
export function YearPicker({ years, chosen, edited, next, onAdd }: Offered) {
  const { t } = useWords()
  return (
    <>
      <nav className="year-names" aria-label={t('calendar.years')}>
        {years.map(({ year }) => (
          <a
            key={year}
            href={addressOf('directories', { list: 'calendar', year: String(year) })}
            aria-current={year === chosen ? 'page' : undefined}
            aria-label={edited.has(year) ? t('calendar.year_edited', { year }) : undefined}
          >
            {edited.has(year) ? `${year}*` : year}
          </a>
        ))}
      </nav>
      <Button variant="default" onClick={onAdd}>
        {t('calendar.add_year', { year: next })}
      </Button>
    </>
  )
}
