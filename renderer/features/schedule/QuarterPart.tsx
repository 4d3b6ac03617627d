import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import {
  findApprover,
  isApprovedByQuarter,
  monthsOfQuarter,
  quarterApprovedBy,
  quarterOfMonth,
} from '#shared/schedule/approval.ts'
import { joined } from '#shared/text/isolated.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ApproveMonth } from './ApproveMonth.tsx'
import { BetweenMonths } from './BetweenMonths.tsx'
import { ByVideo } from './ByVideo.tsx'
import { blockedQuarter, changedMonths } from './blocked-quarter.ts'
import { PatternDialog } from './PatternDialog.tsx'
import { QuarterTable } from './QuarterTable.tsx'
import { Unsettled } from './Unsettled.tsx'
import { type PlannedQuarter, usePlannedQuarter } from './use-planned-quarter.ts'
import { useScheduleActs } from './use-schedule-acts.ts'

/** The quarter of a month: three months side by side, approved in one where the act asks for it. */
export function QuarterPart({ month }: { month: PlainMonth }) {
  const planned = usePlannedQuarter(monthsOfQuarter(quarterOfMonth(month)))
  return planned === null ? null : <Quarter planned={planned} />
}

function Quarter({ planned }: { planned: PlannedQuarter }) {
  const { t } = useWords()
  return (
    <>
      <QuarterActs planned={planned} />
      <Late planned={planned} />
      <Card title={t('schedule.quarter.receptions')}>
        <QuarterTable planned={planned} />
      </Card>
    </>
  )
}

function QuarterActs({ planned }: { planned: PlannedQuarter }) {
  const { t, language, dates } = useWords()
  const { months, officials, plan, heads, facts } = planned
  const acts = useScheduleActs(heads)
  const pattern = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState<'approve' | 'pattern' | 'between' | null>(null)
  const why = blockedQuarter(planned)
  const shown = asked === 'approve' && why === 'schedule.blocked.collided' ? null : asked
  const approver = findApprover(plan.profile, officials, plan.today)
  const ofQuarter = isApprovedByQuarter(plan.profile)
  const works = months.map(one => one.work)
  const changed = changedMonths(months)
  const unchanged = months.filter(one => !changed.includes(one))
  const first = months[0]
  const finish = (isDone: boolean) => {
    if (!isDone) return
    setAsked(null)
    for (const work of works) work.drop()
  }
  return (
    <>
      <div className="buttons">
        <Button disabled={why !== null} onClick={() => setAsked('approve')}>
          {t('schedule.quarter.approve')}
        </Button>
        <Button ref={pattern} variant="default" onClick={() => setAsked('pattern')}>
          {t('schedule.pattern')}
        </Button>
        <Button variant="default" onClick={() => setAsked('between')}>
          {t('schedule.between')}
        </Button>
        <ByVideo works={works} onDone={() => pattern.current?.focus()} />
        {why === null ? null : <span className="mute">{t(why)}</span>}
      </div>
      {shown === null ? <ErrorNotice error={acts.call.error} /> : null}
      {shown !== 'approve' ? null : (
        <ApproveMonth
          of={{ quarter: quarterOfMonth(first.month) }}
          profile={plan.profile}
          by={approver === null ? '' : officialName(approver, language)}
          call={acts.call}
          onApprove={(by, on) => {
            const drafts = changed.map(({ work }) => work.draft)
            void acts.approve(drafts, { by, on, ofQuarter }).then(finish)
          }}
          onClose={() => setAsked(null)}
        >
          {unchanged.length === 0 ? null : (
            <p className="sentence">
              {t('schedule.quarter.unchanged', {
                months: joined(
                  unchanged.map(one => monthTitle(one.month, dates)),
                  ', ',
                ),
              })}
            </p>
          )}
          {changed.map(one => (
            <Unsettled key={one.month} planned={{ ...one, facts }} />
          ))}
        </ApproveMonth>
      )}
      {asked === 'between' ? <BetweenMonths planned={planned} onClose={() => setAsked(null)} /> : null}
      {asked === 'pattern' ? (
        <PatternDialog works={works} officials={officials} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}

/** The quarter is approved before it begins (KZ-2026 rule 19): by when, or that it is late. */
function Late({ planned: { months, plan } }: { planned: PlannedQuarter }) {
  const { t, dates } = useWords()
  const calendar = useWorkCalendar()
  const today = useToday()
  const by = quarterApprovedBy(quarterOfMonth(months[0].month), plan.profile, calendar)
  const isApproved = months.every(one => one.known.state?.approved != null)
  if (by === null || isApproved) return null
  const date = screenDate(by, dates)
  return today > by ? (
    <Notice tone="red">{t('schedule.quarter.late', { date })}</Notice>
  ) : (
    <Notice tone="sky">{t('schedule.quarter.by', { date })}</Notice>
  )
}
