import type { ActionId } from '#shared/change/action.ts'
import type { Official } from '#shared/official/model.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import { monthTitle, quarterTitle } from '#shared/time/official-date.ts'
import type { PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import { useOffice, useWorkCalendar } from '../../../app/desk-rows.ts'
import { Card } from '../../../components/Card.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { PublicationPart } from '../../site/PublicationPart.tsx'
import { MonthPostings } from './MonthPostings.tsx'
import { postedJobs } from './posting-jobs.ts'
import { SiteFiles } from './SiteFiles.tsx'
import { StandingSheets } from './StandingSheets.tsx'
import './posting.css'

/** A month as the journal has it; `head` is what an act rests on. */
export interface PostedMonth {
  readonly month: PlainMonth
  readonly state: ScheduleState | null
  readonly head: ActionId | null
}

interface Shown {
  /** One month, or the three of `quarter`, in order. */
  readonly months: readonly PostedMonth[]
  readonly quarter?: Quarter | null
  readonly officials: readonly Official[]
}

/** Posting: the sheet as it hangs, where it was posted and what hangs there now, and the files for the site (clause 7). */
export function PostingPart({ months, quarter = null, officials }: Shown) {
  const { t, dates } = useWords()
  const office = useOffice()
  const calendar = useWorkCalendar()
  if (office === undefined || office === null) return null
  const standing = months.flatMap(({ state }) => state?.approved ?? [])
  const missing = months.filter(({ state }) => (state?.approved ?? null) === null)
  const [only] = months
  const title = quarter === null ? monthTitle(only?.month as PlainMonth, dates) : quarterTitle(quarter, dates)
  const known = { officials, office, calendar }
  return (
    <div className="posting">
      {missing.length === 0 ? null : (
        <Notice tone="amber">
          {t('posting.not_approved', { months: missing.map(({ month }) => monthTitle(month, dates)).join(', ') })}
        </Notice>
      )}
      <Card title={t('publish.title')}>
        <PublicationPart />
      </Card>
      {missing.length > 0 ? null : (
        <Card title={t('posting.sheet', { title })}>
          <StandingSheets jobsOn={paper => postedJobs(standing, quarter, paper, known)} />
        </Card>
      )}
      {months.map(month =>
        month.state?.approved ? (
          <MonthPostings key={month.month} posted={month} state={month.state} officials={officials} office={office} />
        ) : null,
      )}
      {missing.length > 0 ? null : (
        <Card title={t('posting.site')}>
          <SiteFiles months={months.map(({ month }) => month)} quarter={quarter} />
        </Card>
      )}
    </div>
  )
}
