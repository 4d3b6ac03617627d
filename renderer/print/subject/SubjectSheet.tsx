import type { SubjectSheetData } from '#shared/subject/model.ts'
import { type SheetWords, sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import '../reception-sheet.css'
import './subject-sheet.css'

/** What is kept about one person, by which ground and how long (Law 94-V, art. 24), in the person's language. */
export function SubjectSheet({ data }: { data: SubjectSheetData }) {
  const words = sheetWords(data.language)
  const { t, date } = words
  return (
    <article className="sheet reception-sheet subject-sheet" lang={data.language}>
      <p className="reception-office">{data.office}</p>
      <h1>{t('subject.sheet.title')}</h1>
      <p className="reception-office">{t('subject.sheet.law')}</p>
      <dl className="reception-facts">
        <dt>{t('subject.sheet.person')}</dt>
        <dd>{data.person}</dd>
        {data.facts.map(({ label, text }) => (
          <Fact key={label} label={label} text={text} />
        ))}
      </dl>
      {data.blocked === null ? null : (
        <p className="reception-state">{t('subject.blocked', { date: date(data.blocked) })}</p>
      )}
      <h2>{t('subject.sheet.grounds')}</h2>
      <ul>
        {(['purpose', 'ground', 'retention', 'kept_where', 'rights'] as const).map(one => (
          <li key={one}>{t(`subject.sheet.${one}`)}</li>
        ))}
      </ul>
      {data.parts.map(part => (
        <Lines key={part.title} part={part} words={words} />
      ))}
      <p className="reception-made">{t('subject.sheet.left_out')}</p>
      <p className="reception-made">
        {t('sheet.reception.made', { date: date(data.preparedOn), name: data.preparedBy })}
      </p>
      <p className="subject-sign">
        <span>{t('subject.sheet.received')}</span>
        <span>{t('sheet.briefing.date')}</span>
      </p>
    </article>
  )
}

function Fact({ label, text }: SubjectSheetData['facts'][number]) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}

function Lines({ part, words: { date } }: { part: SubjectSheetData['parts'][number]; words: SheetWords }) {
  return (
    <>
      <h2>{part.title}</h2>
      <table className="subject-lines">
        <tbody>
          {part.lines.map(({ on, what, note }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is drawn once, and lines may say the same
            <tr key={place}>
              <td>{on === null ? '' : date(on)}</td>
              <td className="subject-what">
                {what}
                {note === '' ? null : <span>{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
