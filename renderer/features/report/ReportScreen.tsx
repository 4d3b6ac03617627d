import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { Quarter, quarterAYearBefore } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useDirectories } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CompliancePart } from '../compliance/CompliancePart.tsx'
import { quarterOf } from '../today/quarters.ts'
import { Definitions } from './Definitions.tsx'
import { ReportActs } from './ReportActs.tsx'
import { ReportSection } from './ReportSection.tsx'

const NOTHING = {}

type Narrowed = Readonly<Record<string, string>>

/** What the work of the reception room came to: the figures of a quarter, or how the act was kept. */
export function ReportScreen({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  if (narrowed.part !== 'compliance') return <QuarterPart narrowed={narrowed} />
  return (
    <>
      <div className="screen-head">
        <h1>{t('compliance.title')}</h1>
        <Parts shown="compliance" />
      </div>
      <CompliancePart narrowed={narrowed} />
    </>
  )
}

function Parts({ shown }: { shown: 'quarter' | 'compliance' }) {
  const { t } = useWords()
  const current = (part: typeof shown) => (part === shown ? 'page' : undefined)
  return (
    <nav className="letter-tabs" aria-label={t('compliance.parts')}>
      <a href={addressOf('report')} aria-current={current('quarter')}>
        {t('report.title')}
      </a>
      <a href={addressOf('report', { part: 'compliance' })} aria-current={current('compliance')}>
        {t('compliance.title')}
      </a>
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
  const directories = useDirectories()
  const before = quarterAYearBefore(quarter)
  const ofCurrent = useMemo(() => ({ quarter }), [quarter])
  const ofPrevious = useMemo(() => ({ quarter: before }), [before])
  const current = useRows('counts.quarter', ofCurrent)
  const previous = useRows('counts.quarter', ofPrevious)
  if (current === undefined || previous === undefined || officials === undefined) return null
  if (current.rows + previous.rows === 0) {
    return (
      <section className="card">
        <EmptyScreen title={t('report.none.title')} sentence={t('report.none.sentence')}>
          <Button onClick={() => goTo('import')}>{t('today.import_journal')}</Button>
        </EmptyScreen>
      </section>
    )
  }
  const data = { quarter, current, previous: previous.rows === 0 ? null : previous, officials: [...officials] }
  const report = quarterlyReport(data, directories)
  return (
    <>
      {report.compared ? null : <p className="mute">{t('report.no_previous')}</p>}
      <div className="report-grid">
        {report.sections.map(section => (
          <ReportSection key={section.id} section={section} quarter={quarter} />
        ))}
      </div>
      <Definitions report={report} />
    </>
  )
}
