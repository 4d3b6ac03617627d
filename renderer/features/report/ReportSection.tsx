import { figureDifference, figureText, percentText, shareText } from '#shared/report/figures.ts'
import type {
  Drill,
  FigureUnit,
  ReportLabel,
  ReportLine,
  ReportSection as Section,
} from '#shared/report/quarterly-model.ts'
import { type Quarter, quarterAYearBefore } from '#shared/time/plain-date.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfDrill } from './drill-address.ts'
import { WeekColumns } from './WeekColumns.tsx'

/** The words of a line: of locales/, or of a directory in the language of the screen. */
export function useLabel(): (label: ReportLabel) => string {
  const { t, pick } = useWords()
  return label => (label.from === 'words' ? t(label.key) : pick(label.text))
}

interface Shown {
  readonly section: Section
  readonly quarter: Quarter
  /** Whether last year has records. */
  readonly compared: boolean
}

/** One section: names, this quarter with a bar, the same quarter of last year, the difference. */
export function ReportSection({ section, quarter, compared }: Shown) {
  const { t } = useWords()
  const most = Math.max(1, ...section.lines.map(line => Math.max(line.current ?? 0, line.previous ?? 0)))
  return (
    <Card title={t(section.title)}>
      {section.chart === 'weeks' ? <WeekColumns lines={section.lines} /> : null}
      <table className="table report-table">
        <thead>
          <tr>
            <th scope="col">{t('report.column.name')}</th>
            <th scope="col" className="number">
              {quarter.slice(0, 4)}
            </th>
            <th scope="col" className="number">
              {quarterAYearBefore(quarter).slice(0, 4)}
            </th>
            <th scope="col" className="number">
              {t('report.column.difference')}
            </th>
            <th scope="col" className="number when-wide">
              {t('report.sheet.column.percent')}
            </th>
            <th scope="col" className="number when-wide">
              {t('report.sheet.column.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {section.lines.map(line => (
            <Line key={line.key} line={line} most={most} compared={compared} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Line({ line, most, compared }: { line: ReportLine; most: number; compared: boolean }) {
  const { pick } = useWords()
  const name = useLabel()(line.label)
  const before = { ...line.drill, quarter: quarterAYearBefore(line.drill.quarter) }
  return (
    <tr className={`level-${line.level}`}>
      <td>
        {name}
        {line.note === null ? null : <span className="mute"> {pick(line.note)}</span>}
        <Bars current={line.current ?? 0} previous={line.previous ?? 0} most={most} />
      </td>
      <td className="number">
        <Figure figure={line.current} unit={line.unit} drill={line.drill} name={name} isTold />
      </td>
      <td className="number">
        <Figure figure={line.previous} unit={line.unit} drill={before} name={name} isTold={compared} />
      </td>
      <td className="number">{figureDifference(line.difference, line.unit)}</td>
      <td className="number when-wide">{percentText(line.percent)}</td>
      <td className="number when-wide">{shareText(line.share)}</td>
    </tr>
  )
}

interface FigureProps {
  readonly figure: number | null
  readonly unit: FigureUnit
  readonly drill: Drill
  readonly name: string
  /** Whether there are records of the period: what is not known of it then is said. */
  readonly isTold: boolean
}

/** A figure that opens the records behind it; behind a zero or nothing measured there are none. */
function Figure({ figure, unit, drill, name, isTold }: FigureProps) {
  const { t } = useWords()
  if (figure === null && unit === 'count' && isTold) return <span className="mute">{t('report.no_data')}</span>
  const text = figureText(figure, unit)
  if (figure === null || (figure === 0 && unit === 'count')) return text
  return (
    <a className="count-link" href={addressOfDrill(drill)} aria-label={`${name}: ${text}`}>
      {text}
    </a>
  )
}

/** Drawn for the eye only: the figures beside them say the same. */
function Bars({ current, previous, most }: { current: number; previous: number; most: number }) {
  return (
    <span className="bars" aria-hidden="true">
      {current === 0 ? null : <i style={{ width: `${(100 * current) / most}%` }} />}
      {previous === 0 ? null : <i className="before" style={{ width: `${(100 * previous) / most}%` }} />}
    </span>
  )
}
