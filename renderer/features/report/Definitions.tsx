import type { QuarterlyReport } from '#shared/report/quarterly-model.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useLabel } from './ReportSection.tsx'

/** What is counted and how, so that nobody has to ask why a figure is what it is. */
export function Definitions({ report }: { report: QuarterlyReport }) {
  const { t } = useWords()
  const labelOf = useLabel()
  return (
    <Card title={t('report.counted.title')}>
      <dl className="card-body facts">
        {report.definitions.map(({ label, text }) => (
          <div key={text} className="definition">
            <dt>{labelOf(label)}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
