import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { withDay } from '#shared/calendar/changes.ts'
import type { CalendarFinding } from '#shared/calendar/findings.ts'
import type { CalendarYear } from '#shared/calendar/model.ts'
import { dayAndMonth } from '#shared/time/official-date.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { ROW_FINDING_WORDS } from './calendar-words.ts'

interface Shown {
  readonly year: CalendarYear
  readonly findings: readonly CalendarFinding[]
  readonly onChange: (year: CalendarYear) => void
}

/** What a person should look at in the year; a day off that is missing is set by one press, all of them by one too. */
export function FindingLines({ year, findings, onChange }: Shown) {
  const words = useWords()
  const { t } = words
  const proposals = findings.flatMap(one => (one.code === 'no_day_off' ? [one.proposal] : []))
  if (findings.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section aria-label={t('calendar.findings')} className="calendar-findings" tabIndex={0}>
      {proposals.length > 1 ? (
        <Button onClick={() => onChange(proposals.reduce((table, day) => withDay(table, day), year))}>
          {t('calendar.finding.set_all', { count: proposals.length })}
        </Button>
      ) : null}
      <ul className="rows">
        {findings.map(one => (
          <li key={`${one.code} ${'date' in one ? one.date : ''}`}>
            <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
            <span className="grow">{findingText(one, year, words)}</span>
            {one.code === 'no_day_off' ? (
              <Button variant="default" onClick={() => onChange(withDay(year, one.proposal))}>
                {t('calendar.finding.set')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function findingText(finding: CalendarFinding, year: CalendarYear, { t, dates, pick }: Words): string {
  switch (finding.code) {
    case 'no_day_off': {
      const row = year.days.find(({ date }) => date === finding.date)
      return t('calendar.finding.no_day_off', {
        day: dayAndMonth(finding.date, dates),
        name: row === undefined ? '' : pick(row.name),
        off: dayAndMonth(finding.proposal.date, dates),
      })
    }
    case 'no_kurban_ait':
      return t('calendar.finding.no_kurban_ait')
    case 'count':
      return t('calendar.finding.count', { working: finding.working, expected: finding.expected })
    default:
      return t(ROW_FINDING_WORDS[finding.code], { day: dayAndMonth(finding.date, dates) })
  }
}
