import type { Language } from '#shared/application/model.ts'
import type { PersonsSheetData } from '#shared/posting/reception-sheets.ts'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { type SheetWords, sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import '../reception-sheet.css'
import './persons-sheet.css'

interface Props {
  readonly data: PersonsSheetData
  readonly language: Language
}

/** The list of persons to be received at one reception (clause 27): it lies before the official, no IIN is in it. */
export function PersonsSheet({ data, language }: Props) {
  const words = sheetWords(language)
  const { t, date, pick } = words
  const { official, room } = data
  return (
    <article className="sheet reception-sheet reception-sheet-wide persons-sheet" lang={language}>
      <p className="reception-office">{pick(data.office)}</p>
      <h1>{t('sheet.persons.title')}</h1>
      <dl className="reception-facts">
        <dt>{t('sheet.reception.official')}</dt>
        <dd>
          {pick(official.name)}
          <span>{pick(official.position)}</span>
        </dd>
        <dt>{t('sheet.reception.when')}</dt>
        <dd>
          {date(data.date)}, {hoursText(data.from, data.to)}
        </dd>
        <dt>{t('sheet.reception.where')}</dt>
        <dd>
          {room === '' ? null : t('sheet.reception.in_room', { room })}
          {data.mode === 'video' && <span>{t('schedule.sheet.video')}</span>}
        </dd>
      </dl>
      <p className="reception-state">
        {data.finalOn === null
          ? t('sheet.persons.not_final')
          : t('sheet.persons.final', { date: date(data.finalOn), count: data.persons.length })}
      </p>
      <Persons persons={data.persons} mode={data.mode} words={words} />
      <p className="reception-made">
        {t('sheet.reception.made', { date: date(data.preparedOn), name: data.preparedBy })}
      </p>
    </article>
  )
}

const COLUMNS = ['order', 'time', 'person', 'topic', 'language', 'note'] as const

function Persons({
  persons,
  mode,
  words: { t, pick },
}: Pick<PersonsSheetData, 'persons' | 'mode'> & { readonly words: SheetWords }) {
  return (
    <table>
      <colgroup>
        {COLUMNS.map(column => (
          <col key={column} className={`persons-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {COLUMNS.map(column => (
            <th key={column} scope="col">
              {t(`sheet.persons.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {persons.map((person, index) => (
          <tr key={person.number}>
            <td>{index + 1}</td>
            <td className="reception-whole">{person.time ?? t('sheet.persons.in_order')}</td>
            <td>
              <b>{person.name}</b>
              <span className="reception-whole">{person.number}</span>
            </td>
            <td>{pick(person.topic)}</td>
            <td>{t(person.language === 'kk' ? 'sheet.persons.in_kk' : 'sheet.persons.in_ru')}</td>
            <td>
              {person.outOfTurn === null ? null : (
                <span>{t('sheet.persons.out_of_turn', { clause: person.outOfTurn })}</span>
              )}
              {person.mode === 'video' && mode !== 'video' ? <span>{t('schedule.sheet.video')}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
