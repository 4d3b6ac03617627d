import type { Bilingual } from '#shared/official/model.ts'
import type { AnnexSheet } from '#shared/schedule/annex-sheet.ts'
import type { SheetRow } from '#shared/schedule/posted-sheet.ts'
import type { SheetSlot } from '#shared/schedule/posted-slots.ts'
import { type AnnexHeads, type AnnexPages, annexPages } from './annex-pages.ts'
import type { PostedPaper } from './posted-size.ts'
import type { ScheduleSheetKey, SheetTexts } from './sheet-texts.ts'
import '../sheet.css'
import './posted-schedule.css'
import './annex-schedule.css'

/** What the annex is drawn from. */
export interface AnnexScheduleProps {
  readonly sheet: AnnexSheet
  readonly paper: PostedPaper
  readonly texts: SheetTexts<ScheduleSheetKey>
}

/** The quarter's schedule in the form of annex 1 of the rules of 2026: the Kazakh sheet, then the same in Russian. */
export function AnnexSchedule({ sheet, paper, texts }: AnnexScheduleProps) {
  const draft = texts('schedule.sheet.draft_mark')
  const { step, pages } = annexPages(sheet, paper, headsOf(texts))
  return (['kk', 'ru'] as const).map(language => (
    <section
      key={language}
      lang={language}
      className={`sheet sheet-${paper}-landscape annex annex-${paper} annex-step-${step}`}
    >
      {sheet.approvedOn === null && (
        <div className="sheet-draft" aria-hidden="true">
          <span>{`${draft.kk} / ${draft.ru}`}</span>
        </div>
      )}
      <div className="annex-approve">
        <p>
          <b>{texts('schedule.annex.approve')[language]}</b>
        </p>
        <p>{texts('schedule.annex.head')[language]}</p>
        <p className="annex-signature">{sheet.approvedOn?.[language]}</p>
      </div>
      <h1>{texts('schedule.annex.title')[language]}</h1>
      <p className="annex-quarter">{sheet.quarterTitle[language]}</p>
      <AnnexTable sheet={sheet} pages={pages[language]} language={language} texts={texts} />
      {sheet.mark !== null && (
        <p className="annex-mark">{texts('schedule.sheet.mark', { mark: sheet.mark })[language]}</p>
      )}
    </section>
  ))
}

interface InLanguage {
  readonly language: keyof Bilingual
  readonly texts: AnnexScheduleProps['texts']
}

const COLUMNS = ['body', 'name', 'position', 'time', 'place', 'contact'] as const

function headsOf(texts: AnnexScheduleProps['texts']): AnnexHeads {
  return Object.fromEntries(COLUMNS.map(column => [column, texts(`schedule.annex.column.${column}`)])) as AnnexHeads
}

interface TableProps extends InLanguage, Pick<AnnexScheduleProps, 'sheet'> {
  readonly pages: AnnexPages['pages'][keyof Bilingual]
}

/** The body, its place and telephone are one for all rows and stand once on each page. */
function AnnexTable({ sheet: { office }, pages, language, texts }: TableProps) {
  return (
    <table>
      <colgroup>
        {COLUMNS.map(column => (
          <col key={column} className={`annex-col-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {COLUMNS.map(column => (
            <th key={column}>{texts(`schedule.annex.column.${column}`)[language]}</th>
          ))}
        </tr>
      </thead>
      {pages.map(rows => (
        <tbody key={rows[0]?.officialId ?? ''}>
          {rows.map((row, index) => (
            <tr key={row.officialId}>
              {index === 0 && <td rowSpan={rows.length}>{office.name[language]}</td>}
              <td>{row.name[language]}</td>
              <td>{row.position[language]}</td>
              <Times row={row} language={language} texts={texts} />
              {index === 0 && <td rowSpan={rows.length}>{office.address[language]}</td>}
              {index === 0 && (
                <td rowSpan={rows.length} className="annex-contact">
                  <span className="annex-phone">{office.phone}</span>
                  {office.email !== '' && <span>{office.email}</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Times({ row, language, texts }: InLanguage & { readonly row: SheetRow }) {
  return (
    <td>
      {row.slots.map(slot => (
        <p key={`${slot.days.ru} ${slot.except.ru} ${slot.hours} ${slot.video}`} className="annex-time">
          {daysOfSlot(slot, language, texts)} <span>{slot.hours}</span>
          {slot.video && <em>{texts('schedule.sheet.video')[language]}</em>}
        </p>
      ))}
    </td>
  )
}

function daysOfSlot(slot: SheetSlot, language: keyof Bilingual, texts: AnnexScheduleProps['texts']): string {
  if (slot.kind === 'days') return `${slot.days[language]},`
  const daily = texts('schedule.sheet.working_days')[language]
  if (slot.except[language] === '') return `${daily},`
  return `${daily} (${texts('schedule.sheet.except', { days: slot.except })[language]}),`
}
