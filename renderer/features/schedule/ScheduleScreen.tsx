import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import type { AppError } from '#shared/result/result.ts'
import { findingsOf } from '#shared/schedule/findings.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { type MonthKnown, useMonthState, useOfficials, useWorkCalendar } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { FindingList } from './FindingList.tsx'
import { MonthActs } from './MonthActs.tsx'
import { agreeTo, leaveOut, moveByHand, openMoves } from './month-draft.ts'
import { monthAfter } from './months.ts'
import { OfficialReceptions } from './OfficialReceptions.tsx'
import { type MonthWork, useMonthDraft } from './use-month-draft.ts'

/** The month of receptions: proposed by the rules, agreed day by day, approved, posted. */
export function ScheduleScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t, dates } = useWords()
  const { start } = useDesk()
  const month = PlainMonth.catch(monthAfter(PlainMonth.parse(start.today.slice(0, 7)), 1)).parse(narrowed.month)
  const officials = useOfficials()
  const known = useMonthState(month)
  const work = useMonthDraft(month, officials, known === undefined ? undefined : known.state)
  return (
    <>
      <div className="screen-head">
        <h1>{t('schedule.title')}</h1>
        <div className="buttons">
          <Step label={t('schedule.month_before')} month={monthAfter(month, -1)} icon="left" />
          <b className="month-title">{monthTitle(month, dates)}</b>
          <Step label={t('schedule.month_after')} month={monthAfter(month, 1)} icon="right" />
        </div>
        {known === undefined ? null : <MonthStatus state={known.state} edited={work?.edited ?? false} />}
      </div>
      {officials?.length === 0 ? (
        <section className="card">
          <EmptyScreen title={t('schedule.no_officials.title')} sentence={t('schedule.no_officials.sentence')}>
            <Button onClick={() => goTo('import')}>{t('today.import_officials')}</Button>
          </EmptyScreen>
        </section>
      ) : officials === undefined || known === undefined || work === null ? null : (
        <Month month={month} officials={officials} known={known} work={work} />
      )}
    </>
  )
}

function Step({ label, month, icon }: { label: string; month: PlainMonth; icon: 'left' | 'right' }) {
  const Icon = icon === 'left' ? IconChevronLeft : IconChevronRight
  return (
    <ActionIcon variant="default" size={34} aria-label={label} onClick={() => goTo('schedule', { month })}>
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  )
}

function MonthStatus({ state, edited }: { state: ScheduleState | null; edited: boolean }) {
  const { t, dates } = useWords()
  const approved = state?.approved ?? null
  const status = state?.status ?? 'none'
  return (
    <>
      {status === 'approved' && approved !== null ? (
        <Badge tone="green">
          {t('schedule.status.approved', { by: approved.approvedBy, on: screenDate(approved.approvedOn, dates) })}
        </Badge>
      ) : (
        <Badge tone="amber">
          {status === 'drafted' || status === 'redrafted' ? t('schedule.status.drafted') : t('schedule.status.none')}
        </Badge>
      )}
      {state?.approvedTwice ? <Badge tone="red">{t('schedule.status.twice')}</Badge> : null}
      {edited ? <Badge tone="sky">{t('schedule.status.edited')}</Badge> : null}
    </>
  )
}

interface Shown {
  readonly month: PlainMonth
  readonly officials: readonly Official[]
  readonly known: MonthKnown
  readonly work: MonthWork
}

function Month({ month, officials, known, work }: Shown) {
  const { t } = useWords()
  const { draft, change } = work
  const calendar = useWorkCalendar()
  const [fault, setFault] = useState<AppError | null>(null)
  const findings = useMemo(() => findingsOf(draft.schedule, officials, calendar), [draft.schedule, officials, calendar])
  const open = openMoves(draft)
  const move = (id: string, date: PlainDate) => {
    const moved = moveByHand(draft, id, date, calendar)
    setFault(moved.ok ? null : moved.error)
    if (moved.ok) change(moved.value)
  }
  return (
    <>
      <MonthActs month={month} officials={officials} known={known} work={work} findings={findings} />
      <ErrorNotice error={fault ?? work.error} />
      <div className="columns month-columns">
        <Card
          title={t('schedule.receptions')}
          beside={
            open.length === 0 ? undefined : (
              <Button
                onClick={() =>
                  change(
                    agreeTo(
                      draft,
                      open.map(one => one.id),
                    ),
                  )
                }
              >
                {t('schedule.agree_all', { count: open.length })}
              </Button>
            )
          }
        >
          <div className="table-box schedule-box">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('schedule.column.date')}</th>
                  <th scope="col">{t('schedule.column.weekday')}</th>
                  <th scope="col">{t('schedule.column.hours')}</th>
                  <th scope="col">{t('schedule.column.room')}</th>
                  <th scope="col">{t('schedule.column.moved')}</th>
                </tr>
              </thead>
              {officials.map(official => (
                <OfficialReceptions
                  key={official.id}
                  official={official}
                  draft={draft}
                  onAgree={ids => change(agreeTo(draft, ids))}
                  onMove={move}
                  onLeaveOut={id => change(leaveOut(draft, id))}
                />
              ))}
            </table>
          </div>
        </Card>
        <Card title={t('schedule.findings.title')}>
          <FindingList findings={findings} officials={officials} />
        </Card>
      </div>
    </>
  )
}
