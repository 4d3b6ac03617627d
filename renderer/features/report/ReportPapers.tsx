import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { movedFigures } from '#shared/report/difference.ts'
import type { QuarterlyReport } from '#shared/report/quarterly-model.ts'
import type { ReportDocument } from '#shared/report/report-paper.ts'
import { reportDocument } from '#shared/report/report-paper.ts'
import { standingVersion } from '#shared/report/transitions.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Covers } from './Covers.tsx'
import { Freezing } from './Freezing.tsx'
import { MovedFigures } from './MovedFigures.tsx'
import { bothWords } from './report-draft.ts'
import { VersionLine } from './VersionLine.tsx'
import './report-papers.css'

/**
 * The report as a document: its versions, whether its figures have moved since the last one, to whom it was sent. A version is
 * frozen once the quarter is over (clause 38; points 40 and 41).
 */
export function ReportPapers({ report, isWhole }: { report: QuarterlyReport; isWhole: boolean }) {
  const { t } = useWords()
  const { quarter } = report
  const today = useToday()
  const known = useRows(
    'reports.one',
    useMemo(() => ({ quarter }), [quarter]),
  )
  const [freezing, setFreezing] = useState(false)
  const live = useLive(report)
  if (known === undefined || live === null) return null
  const versions = known?.versions ?? []
  const standing = known === null ? null : standingVersion(known)
  const moved = standing === null || !isWhole ? [] : movedFigures(standing.document, live)
  const isOver = rangeOfQuarter(quarter).to < today
  return (
    <Card title={t('report.papers.title')}>
      <div className="card-body">
        {versions.length === 0 ? (
          <p className="mute">{t(isOver ? 'report.papers.none' : 'report.papers.running')}</p>
        ) : (
          <ul className="plain-list">
            {versions.toReversed().map(version => (
              <VersionLine
                key={`${version.version} ${version.at}`}
                version={version}
                before={versions[versions.indexOf(version) - 1] ?? null}
                head={known?.head ?? null}
              />
            ))}
          </ul>
        )}
        {standing === null ? null : <Covers version={standing} quarter={quarter} />}
        {standing !== null && moved.length > 0 ? (
          <>
            <Notice tone="amber">{t('report.papers.moved', { version: standing.version, count: moved.length })}</Notice>
            <MovedFigures moved={moved} quarter={quarter} title={t('report.papers.show_moved')} />
          </>
        ) : null}
        {standing !== null && isWhole && moved.length === 0 ? (
          <Notice tone="green">{t('report.papers.same')}</Notice>
        ) : null}
        {isOver && !freezing ? (
          <div className="buttons">
            <Button onClick={() => setFreezing(true)}>
              {t(standing === null ? 'report.papers.freeze' : 'report.papers.freeze_next')}
            </Button>
          </div>
        ) : null}
        {freezing ? <Freezing quarter={quarter} head={known?.head ?? null} onClose={() => setFreezing(false)} /> : null}
      </div>
    </Card>
  )
}

/** The figures on the screen in the form of a version, to be compared with one. */
function useLive(report: QuarterlyReport): Pick<ReportDocument, 'sections'> | null {
  const office = useOffice()
  const today = useToday()
  return useMemo(() => {
    if (!office) return null
    const words = bothWords()
    const makings = { office, narrative: [], version: null, preparedOn: today, preparedBy: '' }
    return reportDocument(report, makings, key => ({ kk: words.kk(key), ru: words.ru(key) }))
  }, [report, office, today])
}
