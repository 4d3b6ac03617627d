import { figureDifference, figureText, percentText, romanQuarter, shareText } from '#shared/report/figures.ts'
import {
  type DocumentLine,
  type DocumentSection,
  inLanguage,
  type ReportDocument,
} from '#shared/report/report-paper.ts'
import { BarLegend, PairBar } from './PairBar.tsx'
import type { ReportWords } from './report-words.ts'
import { WeekColumns } from './WeekColumns.tsx'

interface Props {
  readonly report: ReportDocument
  readonly words: ReportWords
}

/**
 * All sections in one table: its head is repeated on every page, a section is a body that keeps together where it can.
 * Without last year there are no columns for it.
 */
export function FigureTable({ report, words }: Props) {
  return (
    <table className="report-table">
      <colgroup>
        <col />
        <col className={report.compared ? 'report-col-bar' : 'report-col-bar-wide'} />
        <col className="report-col-count" />
        <col className="report-col-share" />
        {report.compared && <col className="report-col-count" />}
        {report.compared && <col className="report-col-difference" />}
        {report.compared && <col className="report-col-percent" />}
      </colgroup>
      <TableHead report={report} words={words} />
      {report.sections
        .filter(({ id }) => id !== 'summary')
        .map(section => (
          <Section key={section.id} section={section} words={words} />
        ))}
    </table>
  )
}

function TableHead({ report, words: { t } }: Props) {
  const period = (quarter: string) =>
    t('report.sheet.column.period', { year: quarter.slice(0, 4), quarter: romanQuarter(quarter) })
  return (
    <thead className="report-head">
      <tr>
        <th scope="col">{t('report.sheet.column.figure')}</th>
        <td>
          <BarLegend
            current={report.quarter.slice(0, 4)}
            previous={report.compared ? report.previousQuarter.slice(0, 4) : null}
          />
        </td>
        <th scope="col">{period(report.quarter)}</th>
        <th scope="col">{t('report.sheet.column.share')}</th>
        {report.compared && (
          <>
            <th scope="col">{period(report.previousQuarter)}</th>
            <th scope="col">{t('report.sheet.column.difference')}</th>
            <th scope="col">{t('report.sheet.column.percent')}</th>
          </>
        )}
      </tr>
    </thead>
  )
}

function Section({ section, words }: { readonly section: DocumentSection; readonly words: ReportWords }) {
  // A sum would make all its parts short, so it has no bar and does not set the measure.
  const measured = section.lines.filter(line => line.level !== 'total')
  const most = Math.max(0, ...measured.map(line => Math.max(line.current ?? 0, line.previous ?? 0)))
  return (
    <tbody className={`report-section report-section-${section.id}`}>
      <tr>
        <th scope="colgroup" colSpan={section.lines.some(line => line.previous !== null) ? 7 : 4}>
          {inLanguage(section.title, words.language)}
        </th>
      </tr>
      {section.chart === 'weeks' ? (
        <tr className="report-weeks">
          <td colSpan={7}>
            <WeekColumns section={section} words={words} />
          </td>
        </tr>
      ) : null}
      {section.lines.map(line => (
        <Line key={line.key} line={line} most={most} words={words} />
      ))}
    </tbody>
  )
}

interface LineProps {
  readonly line: DocumentLine
  readonly most: number
  readonly words: ReportWords
}

function Line({ line, most, words }: LineProps) {
  return (
    <tr className={`report-line report-${line.level}`}>
      <th scope="row">
        {inLanguage(line.label, words.language)}
        {line.note !== null && <small>{line.note[words.language]}</small>}
      </th>
      <td>{line.level !== 'total' && <PairBar current={line.current ?? 0} previous={line.previous} most={most} />}</td>
      <td className="report-current">{figureText(line.current, line.unit)}</td>
      <td>{shareText(line.share)}</td>
      {line.previous !== null && (
        <>
          <td>{figureText(line.previous, line.unit)}</td>
          <td>{figureDifference(line.difference, line.unit)}</td>
          <td>{percentText(line.percent)}</td>
        </>
      )}
    </tr>
  )
}
