import { romanQuarter } from '#shared/report/figures.ts'
import { inLanguage, type ReportDocument } from '#shared/report/report-paper.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { FigureTable } from './FigureTable.tsx'
import { MainFigures } from './MainFigures.tsx'
import type { ReportWords } from './report-words.ts'
import '../sheet.css'
import './quarterly-sheet.css'

/** What the printed report is drawn from: the document alone, in one of its languages. */
export interface QuarterlySheetProps extends ReportWords {
  readonly report: ReportDocument
}

/**
 * The quarterly report on the work of the reception room as it is sent to those its act names (clause 38; points 40 and 41):
 * main figures, the report in words, all figures beside last year's, what each of them means, and a line to sign. Until it is
 * frozen every page says that it is a draft.
 */
export function QuarterlySheet({ report, ...words }: QuarterlySheetProps) {
  const isDraft = report.version === null
  return (
    <article className={isDraft ? 'sheet report-sheet report-draft' : 'sheet report-sheet'} lang={words.language}>
      {isDraft ? (
        <div className="report-draft-mark" aria-hidden="true">
          {words.t('report.sheet.draft')}
        </div>
      ) : null}
      <Letterhead report={report} words={words} />
      <Title report={report} words={words} />
      <MainFigures report={report} words={words} />
      <InWords report={report} words={words} />
      <FigureTable report={report} words={words} />
      <Definitions report={report} words={words} />
      <Signature report={report} words={words} />
    </article>
  )
}

interface Part {
  readonly words: ReportWords
  readonly report: ReportDocument
}

function Letterhead({ report: { office }, words: { t, language } }: Part) {
  const address = [office.address[language], office.phone].filter(text => text !== '')
  return (
    <header className="report-letterhead">
      <b>{office.name[language]}</b>
      <span>{t('report.sheet.room', { room: office.room })}</span>
      {address.length > 0 && <span>{address.join(', ')}</span>}
    </header>
  )
}

function Title({ report, words }: Part) {
  const { t, dates, language } = words
  const { from, to } = rangeOfQuarter(report.quarter)
  const ofQuarter = (quarter: string) => ({ year: quarter.slice(0, 4), quarter: romanQuarter(quarter) })
  return (
    <section className="report-title">
      <h1>{t('report.sheet.title', ofQuarter(report.quarter))}</h1>
      <p>{t('report.sheet.period', { from: officialDate(from, dates), to: officialDate(to, dates) })}</p>
      <p>
        {t(report.compared ? 'report.sheet.compared' : 'report.sheet.not_compared', ofQuarter(report.previousQuarter))}
      </p>
      <p className="report-basis">{inLanguage(report.basis, language)}</p>
      <p className="report-version">{versionText(report, words)}</p>
    </section>
  )
}

/** Which version it is and of which day, or that it is a draft of a day. */
function versionText({ version, preparedOn }: ReportDocument, { t, dates }: ReportWords): string {
  const date = officialDate(preparedOn, dates)
  return version === null ? t('report.sheet.draft_of', { date }) : t('report.sheet.version', { version, date })
}

function InWords({ report: { narrative }, words: { language } }: Part) {
  if (narrative.length === 0) return null
  return (
    <section className="report-words">
      {narrative.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place alone
        <p key={at}>{paragraph[language]}</p>
      ))}
    </section>
  )
}

function Definitions({ report, words }: Part) {
  const { t, dates, language } = words
  const { from, to } = rangeOfQuarter(report.quarter)
  return (
    <section className="report-definitions">
      <h2>{t('report.sheet.definitions')}</h2>
      <p>{t('report.sheet.definition_basis', { from: officialDate(from, dates), to: officialDate(to, dates) })}</p>
      <dl>
        {report.definitions.map(({ label, text }) => (
          <div key={`${label.ru} ${text.ru}`}>
            <dt>{inLanguage(label, language)}</dt> <dd>{inLanguage(text, language)}.</dd>
          </div>
        ))}
      </dl>
      <p className="report-share">{t('report.sheet.definition_share')}</p>
    </section>
  )
}

/** Post, signature and name are left blank: whoever signs on the day writes them. */
function Signature({ report: { preparedOn, preparedBy }, words: { t, dates } }: Part) {
  return (
    <footer className="report-signature">
      <div className="report-sign-line">
        <span>{t('report.sheet.sign.position')}</span>
        <span>{t('report.sheet.sign.signature')}</span>
        <span>{t('report.sheet.sign.name')}</span>
      </div>
      <p>{t('report.sheet.prepared', { date: officialDate(preparedOn, dates) })}</p>
      {preparedBy === '' ? null : <p>{t('report.sheet.prepared_by', { name: preparedBy })}</p>}
    </footer>
  )
}
