import { Button, NativeSelect } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { has, RIGHT_OF_CHANNEL } from '#shared/access/rights.ts'
import { type QuarterlyInput, quarterlyReport } from '#shared/report/quarterly.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { Quarter, quarterAYearBefore } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useDirectories } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CompliancePart } from '../compliance/CompliancePart.tsx'
import { quarterOf } from '../today/quarters.ts'
import { Counting } from './Counting.tsx'
import { Definitions } from './Definitions.tsx'
import { RecordsPart } from './RecordsPart.tsx'
import { ReportActs } from './ReportActs.tsx'
import { ReportPapers } from './ReportPapers.tsx'
import { ReportSection } from './ReportSection.tsx'
import { useTerms } from './use-terms.ts'

const NOTHING = {}

const AnalyticsPart = lazy(() => import('../analytics/AnalyticsPart.tsx').then(it => ({ default: it.AnalyticsPart })))
const AuditPart = lazy(() => import('../audit/AuditPart.tsx').then(it => ({ default: it.AuditPart })))
const JournalsPart = lazy(() => import('../journals/JournalsPart.tsx').then(it => ({ default: it.JournalsPart })))
const SurveyPart = lazy(() => import('../survey/SurveyPart.tsx').then(it => ({ default: it.SurveyPart })))

type Narrowed = Readonly<Record<string, string>>

/** The parts beside the figures of a quarter, in the order of their tabs. */
const PARTS = {
  compliance: { title: 'compliance.title', Part: CompliancePart },
  analytics: { title: 'analytics.title', Part: AnalyticsPart },
  journals: { title: 'journals.title', Part: JournalsPart },
  survey: { title: 'survey.title', Part: SurveyPart },
  audit: { title: 'audit.title', Part: AuditPart },
} as const

type PartName = keyof typeof PARTS
const PART_NAMES = Object.keys(PARTS) as PartName[]

/** The audit is for those who answer for the office; on a desk without passwords nobody's role is proven. */
function usePartNames(): readonly PartName[] {
  const { guarded, user } = useDesk().start
  const maySee = !guarded || (user !== null && has(user.role, RIGHT_OF_CHANNEL['audit.read'] ?? 'office'))
  return maySee ? PART_NAMES : PART_NAMES.filter(one => one !== 'audit')
}

/** What the work of the reception room came to: the figures of a quarter, or a part beside them. */
export function ReportScreen({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const names = usePartNames()
  if (narrowed.part === 'records') return <RecordsPart narrowed={narrowed} />
  const shown = names.find(one => one === narrowed.part)
  if (shown === undefined) return <QuarterPart narrowed={narrowed} />
  const { title, Part } = PARTS[shown]
  return (
    <>
      <div className="screen-head">
        <h1>{t(title)}</h1>
        <Parts shown={shown} />
      </div>
      <Suspense>
        <Part narrowed={narrowed} />
      </Suspense>
    </>
  )
}

function Parts({ shown }: { shown: 'quarter' | PartName }) {
  const { t } = useWords()
  const names = usePartNames()
  const current = (part: typeof shown) => (part === shown ? 'page' : undefined)
  return (
    <nav className="letter-tabs" aria-label={t('compliance.parts')}>
      <a href={addressOf('report')} aria-current={current('quarter')}>
        {t('report.title')}
      </a>
      {names.map(part => (
        <a key={part} href={addressOf('report', { part })} aria-current={current(part)}>
          {t(PARTS[part].title)}
        </a>
      ))}
    </nav>
  )
}

/** The quarter beside the same quarter of last year. Each figure opens the records behind it. */
function QuarterPart({ narrowed }: { narrowed: Narrowed }) {
  const { t, dates } = useWords()
  const { start } = useDesk()
  const known = useRows('counts.quarters', NOTHING)
  if (known === undefined) return null
  const newest = known.quarters[0] ?? quarterOf(start.today)
  const quarter = Quarter.catch(newest).parse(narrowed.quarter)
  return (
    <>
      <div className="screen-head">
        <h1>{t('report.title')}</h1>
        <Parts shown="quarter" />
        <NativeSelect
          aria-label={t('dimension.quarter')}
          value={quarter}
          data={[...new Set([quarter, ...known.quarters])].map(one => ({
            value: one,
            label: quarterTitle(one, dates),
          }))}
          onChange={event => goTo('report', { quarter: event.currentTarget.value })}
        />
        <ReportActs quarter={quarter} />
      </div>
      {known.undated ? (
        <p>
          <a href={addressOf('applications', { undated: 'yes' })}>{t('report.undated')}</a>
        </p>
      ) : null}
      <Figures quarter={quarter} />
    </>
  )
}

function Figures({ quarter }: { quarter: Quarter }) {
  const { t } = useWords()
  const officials = useOfficials()
  const before = quarterAYearBefore(quarter)
  const ofCurrent = useMemo(() => ({ quarter }), [quarter])
  const ofPrevious = useMemo(() => ({ quarter: before }), [before])
  const current = useRows('counts.quarter', ofCurrent)
  const previous = useRows('counts.quarter', ofPrevious)
  const happened = useRows('figures.quarter', ofCurrent)
  const happenedBefore = useRows('figures.quarter', ofPrevious)
  if (current === undefined || previous === undefined || officials === undefined) return null
  if (happened === undefined || happenedBefore === undefined) return null
  if (current.rows + previous.rows + Object.keys(happened).length === 0) {
    return (
      <section className="card">
        <EmptyScreen title={t('report.none.title')} sentence={t('report.none.sentence')}>
          <Button onClick={() => goTo('import')}>{t('today.import_journal')}</Button>
        </EmptyScreen>
      </section>
    )
  }
  const isCompared = previous.rows > 0
  const data = {
    quarter,
    current,
    previous: isCompared ? previous : null,
    figures: { current: happened, previous: isCompared ? happenedBefore : null },
    officials: [...officials],
  }
  return <Sections key={quarter} data={data} />
}

/** The sections of the figures; how terms were kept comes after them, when it is counted. */
function Sections({ data }: { data: QuarterlyInput }) {
  const { t } = useWords()
  const directories = useDirectories()
  const { quarter } = data
  const { terms, step, isStopped, stop, count } = useTerms(quarter, data.previous !== null)
  const report = quarterlyReport(terms === null ? data : { ...data, terms }, directories)
  return (
    <>
      <ReportPapers report={report} isWhole={terms !== null} />
      {report.compared ? null : <p className="mute">{t('report.no_previous')}</p>}
      <Counting step={step} onStop={stop} />
      {isStopped && terms === null ? (
        <div className="buttons">
          <Notice tone="sky">{t('report.counting.stopped')}</Notice>
          <Button variant="default" onClick={() => void count()}>
            {t('report.counting.again')}
          </Button>
        </div>
      ) : null}
      <div className="report-grid">
        {report.sections.map(section => (
          <ReportSection key={section.id} section={section} quarter={quarter} compared={report.compared} />
        ))}
      </div>
      <Definitions report={report} />
    </>
  )
}
