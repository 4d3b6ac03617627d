import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Suspense } from 'react'
import { quarterOfMonth } from '#shared/schedule/approval.ts'
import { monthTitle, quarterTitle } from '#shared/time/official-date.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { monthAfter } from './months.ts'
import { PARTS } from './parts.ts'
import './planner.css'

/** The planner: receptions of a month and a quarter, and what belongs to them. */
export function ScheduleScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t, dates } = useWords()
  const { start } = useDesk()
  const officials = useOfficials()
  const month = PlainMonth.catch(monthAfter(PlainMonth.parse(start.today.slice(0, 7)), 1)).parse(narrowed.month)
  const part = PARTS.find(({ id }) => id === narrowed.part) ?? PARTS[0]
  const isQuarter = part.id === 'quarter'
  const step = isQuarter ? 3 : 1
  return (
    <>
      <div className="screen-head">
        <h1>{t('schedule.title')}</h1>
        <nav className="planner-tabs" aria-label={t('schedule.title')}>
          {PARTS.map(({ id, word }) => (
            <a
              key={id}
              href={addressOf('schedule', { part: id, month })}
              aria-current={id === part.id ? 'page' : undefined}
            >
              {t(word)}
            </a>
          ))}
        </nav>
        <span className="space" />
        <div className="buttons">
          <Step part={part.id} month={monthAfter(month, -step)} icon="left" />
          <b className="month-title">
            {isQuarter ? quarterTitle(quarterOfMonth(month), dates) : monthTitle(month, dates)}
          </b>
          <Step part={part.id} month={monthAfter(month, step)} icon="right" />
        </div>
      </div>
      {officials?.length === 0 ? (
        <section className="card">
          <EmptyScreen title={t('schedule.no_officials.title')} sentence={t('schedule.no_officials.sentence')}>
            <Button onClick={() => goTo('import')}>{t('today.import_officials')}</Button>
          </EmptyScreen>
        </section>
      ) : (
        <Suspense>
          <part.Shown key={month} month={month} />
        </Suspense>
      )}
    </>
  )
}

function Step({ part, month, icon }: { part: string; month: PlainMonth; icon: 'left' | 'right' }) {
  const { t } = useWords()
  const Icon = icon === 'left' ? IconChevronLeft : IconChevronRight
  const word = STEP_WORDS[part === 'quarter' ? 'quarter' : 'month'][icon]
  return (
    <ActionIcon variant="default" size={34} aria-label={t(word)} onClick={() => goTo('schedule', { part, month })}>
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  )
}

const STEP_WORDS = {
  month: { left: 'schedule.month_before', right: 'schedule.month_after' },
  quarter: { left: 'schedule.quarter_before', right: 'schedule.quarter_after' },
} as const
