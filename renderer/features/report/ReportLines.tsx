import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { REPORT_DUE_DAY } from '#shared/office/model.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { profileOf, profileOn } from '#shared/regulation/profile.ts'
import { type OwedReport, reportsOwed } from '#shared/report/due.ts'
import { quarterTitle, screenDate } from '#shared/time/official-date.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'

const NOTHING = {}

/** Quarterly reports that are owed; undefined until the store has answered. */
export function useReportsDue(): readonly OwedReport[] | undefined {
  const office = useOffice()
  const calendar = useWorkCalendar()
  const today = useToday()
  const counted = useRows('counts.quarters', NOTHING)
  const standing = useRows('reports.standing', NOTHING)
  return useMemo(() => {
    if (!office || counted === undefined || standing === undefined) return undefined
    const { since, reports } = standing
    if (since === null) return []
    return reportsOwed({ today, office, since, calendar, counted: counted.quarters, standing: reports })
  }, [office, calendar, today, counted, standing])
}

/** Today's lines of quarterly reports: which is owed, by when, and on what that day rests. */
export function ReportLines({ due }: { due: readonly OwedReport[] }) {
  return due.map(one => <Line key={one.quarter} owed={one} />)
}

function Line({ owed: { quarter, term, unsent, isBefore } }: { owed: OwedReport }) {
  const { t, dates } = useWords()
  const office = useOffice()
  const today = useToday()
  if (!office) return null
  const profile = profileOn(office, rangeOfQuarter(quarter).to)
  const [first] = profileOf(profile).reportTo
  const ref = first && profileOf(profile).reportLetters[first]?.clause
  const isLate = term.by < today && !isBefore
  const name = quarterTitle(quarter, dates)
  const day = office.reportDueDay ?? REPORT_DUE_DAY
  return (
    <li className={`due ${isLate ? 'late' : 'soon'}`}>
      <Badge tone={isLate ? 'red' : 'sky'}>{t(isLate ? 'today.urgency.late' : 'today.urgency.soon')}</Badge>
      <span className="grow">
        {unsent === null
          ? t('today.report.not_frozen', { quarter: name })
          : t('today.report.not_sent', { quarter: name, count: unsent })}{' '}
        <span className="mute">
          {t('today.report.why', {
            date: screenDate(term.by, dates),
            day,
            clause: ref ? clauseText(ref, profile, t) : '',
          })}
          {isBefore ? ` ${t('today.report.before')}` : ''}
        </span>
      </span>
      <Button variant="default" onClick={() => goTo('report', { quarter })}>
        {t('today.see')}
      </Button>
    </li>
  )
}
