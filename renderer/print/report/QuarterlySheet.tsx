import type { Office } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { romanQuarter } from '#shared/report/figures.ts'
import type { QuarterlyReport } from '#shared/report/quarterly-model.ts'
import { BASIS_TEXTS } from '#shared/report/texts.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { type PlainDate, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { FigureTable } from './FigureTable.tsx'
import { MainFigures } from './MainFigures.tsx'
import { labelText, type ReportWords } from './report-words.ts'
import '../sheet.css'
import './quarterly-sheet.css'

/** What the printed report is drawn from: one language, the office's letterhead, the day it was prepared. */
export interface QuarterlySheetProps extends ReportWords {
  readonly report: QuarterlyReport
  readonly office: Office
  readonly preparedOn: PlainDate
}

/**
 * The quarterly report on the work of the reception room as it is sent to the akim and to the control department (clause
 * 38): main figures, all figures beside last year's, what each of them means, and a line to sign.
 */
export function QuarterlySheet({ report, office, preparedOn, ...words }: QuarterlySheetProps) {
  return (
    <article className="sheet report-sheet" lang={words.language}>
      <Letterhead office={office} words={words} />
      <Title report={report} office={office} words={words} />
      <MainFigures report={report} words={words} />
      <FigureTable report={report} words={words} />
      <Definitions report={report} words={words} />
      <Signature preparedOn={preparedOn} words={words} />
    </article>
  )
}

interface Part {
  readonly words: ReportWords
}

function Letterhead({ office, words: { t, language } }: Part & { readonly office: Office }) {
  const address = [office.address[language], office.phone].filter(text => text !== '')
  return (
    <header className="report-letterhead">
      <b>{office.name[language]}</b>
      <span>{t('report.sheet.room', { room: office.room })}</span>
      {address.length > 0 && <span>{address.join(', ')}</span>}
    </header>
  )
}

function Title({ report, office, words }: Part & Pick<QuarterlySheetProps, 'report' | 'office'>) {
  const { t, dates } = words
  const { from, to } = rangeOfQuarter(report.quarter)
  const ofQuarter = (quarter: string) => ({ year: quarter.slice(0, 4), quarter: romanQuarter(quarter) })
  return (
    <section className="report-title">
      <h1>{t('report.sheet.title', ofQuarter(report.quarter))}</h1>
      <p>{t('report.sheet.period', { from: officialDate(from, dates), to: officialDate(to, dates) })}</p>
      <p>
        {t(report.compared ? 'report.sheet.compared' : 'report.sheet.not_compared', ofQuarter(report.previousQuarter))}
      </p>
      <p className="report-basis">{t(BASIS_TEXTS[profileOn(office, to)])}</p>
    </section>
  )
}

function Definitions({ report, words }: Part & Pick<QuarterlySheetProps, 'report'>) {
  const { t, dates } = words
  const { from, to } = rangeOfQuarter(report.quarter)
  return (
    <section className="report-definitions">
      <h2>{t('report.sheet.definitions')}</h2>
      <p>{t('report.sheet.definition_basis', { from: officialDate(from, dates), to: officialDate(to, dates) })}</p>
      <dl>
        {report.definitions.map(({ label, text }) => (
          <div key={text}>
            <dt>{labelText(label, words)}</dt> <dd>{t(text)}.</dd>
          </div>
        ))}
      </dl>
      <p className="report-share">{t('report.sheet.definition_share')}</p>
    </section>
  )
}

/** Post, signature and name are left blank: whoever signs on the day writes them. */
function Signature({ preparedOn, words: { t, dates } }: Part & { readonly preparedOn: PlainDate }) {
  return (
    <footer className="report-signature">
      <div className="report-sign-line">
        <span>{t('report.sheet.sign.position')}</span>
        <span>{t('report.sheet.sign.signature')}</span>
        <span>{t('report.sheet.sign.name')}</span>
      </div>
      <p>{t('report.sheet.prepared', { date: officialDate(preparedOn, dates) })}</p>
    </footer>
  )
}
