import type { Language } from '#shared/application/model.ts'
import type { CallSheetData } from '#shared/posting/reception-sheets.ts'
import { sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import '../reception-sheet.css'
import './call-sheet.css'

interface Props {
  readonly data: CallSheetData
  readonly language: Language
}

const COLUMNS = ['order', 'person', 'say', 'outcome'] as const
const OUTCOMES = ['agreed', 'refused', 'no_answer'] as const

/** Whom to call: the sheet speaks the clerk's language, what is to be said that of the person. */
export function CallSheet({ data, language }: Props) {
  const { t, date, pick } = sheetWords(language)
  return (
    <article className="sheet reception-sheet reception-sheet-wide call-sheet" lang={language}>
      <p className="reception-office">{pick(data.office)}</p>
      <h1>{t('sheet.calls.title')}</h1>
      <table>
        <colgroup>
          {COLUMNS.map(column => (
            <col key={column} className={`call-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {t(`sheet.calls.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.calls.map((call, index) => (
            <tr key={call.number}>
              <td>{index + 1}</td>
              <td>
                <b>{call.name}</b>
                <span className="call-phone">{call.phone}</span>
                <span className="reception-whole">{call.number}</span>
                <span>{t(call.language === 'kk' ? 'sheet.persons.in_kk' : 'sheet.persons.in_ru')}</span>
              </td>
              <td lang={call.language}>
                {sentencesOf(call).map(sentence => (
                  <span key={sentence}>{sentence}</span>
                ))}
              </td>
              <td>
                {OUTCOMES.map(outcome => (
                  <span key={outcome} className="call-tick">
                    {t(`sheet.calls.outcome.${outcome}`)}
                  </span>
                ))}
                <span className="call-when">{t('sheet.calls.when')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="reception-made">
        {t('sheet.reception.made', { date: date(data.preparedOn), name: data.preparedBy })}
      </p>
    </article>
  )
}

/** What is said: who receives, the place that falls out, the one that is offered. Names and dates stand apart: they are not inflected. */
function sentencesOf({ language, official, from, to }: CallSheetData['calls'][number]): string[] {
  const { t, pick, place } = sheetWords(language)
  return [
    t('sheet.calls.say.official', { name: pick(official.name), position: pick(official.position) }),
    ...(from === null ? [] : [t('sheet.calls.say.from', { place: place(from) })]),
    to === null ? t('sheet.calls.say.none') : t('sheet.calls.say.to', { place: place(to) }),
    ...(to === null ? [] : [t('sheet.calls.say.question')]),
  ]
}
