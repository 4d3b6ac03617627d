import { figureDifference, figureText, percentText, romanQuarter } from '#shared/report/figures.ts'
import { type DocumentLine, findSection, inLanguage, type ReportDocument } from '#shared/report/report-paper.ts'
import type { ReportWords } from './report-words.ts'

interface Props {
  readonly report: ReportDocument
  readonly words: ReportWords
}

/** What a reader wants to know first: large figures, the change since last year and last year's figure below each. */
export function MainFigures({ report, words }: Props) {
  return (
    <dl className="report-figures">
      {(findSection(report, 'summary')?.lines ?? []).map(line => (
        <MainFigure key={line.key} line={line} report={report} words={words} />
      ))}
    </dl>
  )
}

function MainFigure({ line, report, words }: Props & { readonly line: DocumentLine }) {
  const { previousQuarter } = report
  return (
    <div className="report-figure">
      <dt>{inLanguage(line.label, words.language)}</dt>
      <dd>
        <b>{figureText(line.current, line.unit)}</b>
        {line.difference !== null && (
          <span className="report-change">
            {figureDifference(line.difference, line.unit)}
            {line.percent !== null && <small>{percentText(line.percent)}</small>}
          </span>
        )}
      </dd>
      {line.previous !== null && (
        <dd className="report-before">
          {words.t('report.sheet.figure_previous', {
            year: previousQuarter.slice(0, 4),
            quarter: romanQuarter(previousQuarter),
            count: figureText(line.previous, line.unit),
          })}
        </dd>
      )}
    </div>
  )
}
