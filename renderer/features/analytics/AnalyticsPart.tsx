import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import type { Analytics } from '#shared/analytics/analytics.ts'
import {
  kindOfPeriod,
  PERIOD_KINDS,
  PeriodCode,
  type PeriodKind,
  periodBefore,
  periodOfDay,
} from '#shared/analytics/period.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { type Asked, useAsked } from '../../app/use-asked.ts'
import { WhenWhole } from '../../app/WhenWhole.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Names, namesIn } from './analytics-names.ts'
import { Findings } from './Findings.tsx'
import { Forecast } from './Forecast.tsx'
import { HallFigures } from './HallFigures.tsx'
import { OfficialSheet } from './OfficialSheet.tsx'
import { RepeatMatrix } from './RepeatMatrix.tsx'
import { OfficialLoads, UnitLoads } from './Workload.tsx'
import './analytics.css'

type Narrowed = Readonly<Record<string, string>>

const KIND_WORDS = {
  quarter: 'analytics.kind.quarter',
  half: 'analytics.kind.half',
  year: 'analytics.kind.year',
} as const

/** Periods that can be chosen, the latest first. */
const OFFERED = 12

/** What the records of a period come to, for the akim and the deputies (clause 37(1), KZ-2026 rule 39). */
export function AnalyticsPart({ narrowed }: { narrowed: Narrowed }) {
  const today = useToday()
  const period = PeriodCode.catch(periodBefore(periodOfDay(today, 'quarter'), 1)).parse(narrowed.period)
  return (
    <>
      <PeriodChoice period={period} today={today} />
      <WhenWhole>
        <Counted key={period} period={period} today={today} />
      </WhenWhole>
    </>
  )
}

/** The names of codes in the language of the screen; undefined until the officials are known. */
function useNames(): Names | undefined {
  const { t, dates, language } = useWords()
  const officials = useOfficials()
  const directories = useDirectories()
  return useMemo(
    () => (officials === undefined ? undefined : namesIn(language, { t, dates }, { directories, officials })),
    [language, t, dates, directories, officials],
  )
}

/** The figures as of the time they were asked. */
function Counted({ period, today }: { period: PeriodCode; today: PlainDate }) {
  const { t } = useWords()
  const names = useNames()
  const asked = useAsked(
    'analytics.period',
    useMemo(() => ({ period, today }), [period, today]),
  )
  if (asked.error !== null && asked.answer === null) return <ErrorNotice error={asked.error} />
  if (asked.answer === null || names === undefined)
    return (
      <p className="mute" role="status">
        {t('analytics.counting')}
      </p>
    )
  return (
    <>
      <AsOf {...asked} at={asked.answer.at} />
      <Figures analytics={asked.answer.value} period={period} names={names} />
    </>
  )
}

/** When the figures were counted; they are counted anew by a press alone. */
function AsOf({
  at,
  isAsking,
  error,
  askAgain,
}: Pick<Asked<Analytics>, 'isAsking' | 'error' | 'askAgain'> & { at: PlainTime }) {
  const { t } = useWords()
  return (
    <div className="buttons analytics-as-of">
      <span role="status">{isAsking ? t('analytics.counting') : t('analytics.as_of', { time: at })}</span>
      <Button variant="default" loading={isAsking} onClick={askAgain}>
        {t('analytics.count_again')}
      </Button>
      <ErrorNotice error={error} />
    </div>
  )
}

function Figures({ analytics, period, names }: { analytics: Analytics; period: PeriodCode; names: Names }) {
  const { t } = useWords()
  if (analytics.applications === 0 && analytics.hall.visitors === 0)
    return (
      <section className="card">
        <EmptyScreen title={t('analytics.none.title')} sentence={t('analytics.none.sentence')} />
      </section>
    )
  return (
    <div className="analytics">
      <Findings analytics={analytics} names={names} />
      <RepeatMatrix analytics={analytics} names={names} />
      <OfficialSheet period={period} names={names} />
      <div className="analytics-pair">
        <OfficialLoads loads={analytics.officials} names={names} />
        <UnitLoads loads={analytics.units} names={names} />
      </div>
      <HallFigures analytics={analytics} />
      <Forecast forecast={analytics.forecast} names={names} />
    </div>
  )
}

function PeriodChoice({ period, today }: { period: PeriodCode; today: PlainDate }) {
  const { t } = useWords()
  const names = useNames()
  const kind = kindOfPeriod(period)
  const newest = periodOfDay(today, kind)
  const offered = Array.from({ length: OFFERED }, (_, at) => periodBefore(newest, at))
  const choose = (next: PeriodCode) => goTo('report', { part: 'analytics', period: next })
  return (
    <div className="filters analytics-period">
      <NativeSelect
        label={t('analytics.kind')}
        value={kind}
        data={PERIOD_KINDS.map(one => ({ value: one, label: t(KIND_WORDS[one]) }))}
        onChange={event => choose(periodBefore(periodOfDay(today, event.currentTarget.value as PeriodKind), 1))}
      />
      <NativeSelect
        label={t('analytics.period')}
        value={period}
        data={[...new Set([...offered, period])].map(one => ({ value: one, label: names?.period(one) ?? one }))}
        onChange={event => choose(event.currentTarget.value)}
      />
    </div>
  )
}
