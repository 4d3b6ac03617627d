import type { Language } from '#shared/application/model.ts'
import type { PackSheetData } from '#shared/pack/sheet.ts'
import { ticketText } from '#shared/visit/number.ts'
import { sheetWords } from '../sheet-words.ts'
import '../sheet.css'
import '../reception-sheet.css'
import './pack-sheet.css'

interface Props {
  readonly data: PackSheetData
  readonly language: Language
}

const LANGUAGES = ['kk', 'ru'] as const
const FIELDS = ['date', 'time', 'name', 'whom'] as const
/** Talons of a page, two beside each other: they are cut along the dashes. */
const ON_PAGE = 8

const COLUMNS = [
  'number',
  'came',
  'name',
  'iin',
  'whom',
  'essence',
  'document',
  'called',
  'finished',
  'result',
  'signature',
] as const

/** An emergency pack: talons that are cut and given out, then the register in which they are written down. */
export function PackSheet({ data, language }: Props) {
  const serials = Array.from({ length: data.pack.to - data.pack.from + 1 }, (_, at) => data.pack.from + at)
  const numbers = serials.map(serial => ticketText({ letter: data.letter, serial }))
  const pages = Array.from({ length: Math.ceil(numbers.length / ON_PAGE) }, (_, at) =>
    numbers.slice(at * ON_PAGE, (at + 1) * ON_PAGE),
  )
  return (
    <>
      {pages.map(page => (
        <section key={page[0]} className="sheet sheet-a4 pack-talons">
          {page.map(number => (
            <Talon key={number} number={number} data={data} />
          ))}
        </section>
      ))}
      <Register numbers={numbers} data={data} language={language} />
    </>
  )
}

/** One talon: in both languages, since nobody knows yet who takes it. */
function Talon({ number, data }: { number: string; data: PackSheetData }) {
  return (
    <div className="pack-talon">
      <div className="pack-office">
        {LANGUAGES.map(language => (
          <p key={language} lang={language}>
            {data.office[language]}
          </p>
        ))}
      </div>
      <p className="pack-number">{number}</p>
      <dl>
        {FIELDS.map(field => (
          <div key={field}>
            <dt>
              {LANGUAGES.map(language => (
                <span key={language} lang={language}>
                  {sheetWords(language).t(`sheet.pack.field.${field}`)}
                </span>
              ))}
            </dt>
            <dd />
          </div>
        ))}
      </dl>
      <div className="pack-foot">
        {LANGUAGES.map(language => (
          <p key={language} lang={language}>
            {sheetWords(language).t('sheet.pack.keep')}
          </p>
        ))}
      </div>
    </div>
  )
}

function Register({ numbers, data, language }: Props & { numbers: readonly string[] }) {
  const { t, pick } = sheetWords(language)
  return (
    <article className="sheet reception-sheet reception-sheet-wide pack-register" lang={language}>
      <p className="reception-office">
        {pick(data.office)}
        {data.room === '' ? '' : `, ${t('sheet.reception.in_room', { room: data.room })}`}
      </p>
      <h1>{t('sheet.pack.register')}</h1>
      <p className="pack-how">{t('sheet.pack.how')}</p>
      <p className="pack-day">{t('sheet.pack.day')}</p>
      <table>
        <colgroup>
          {COLUMNS.map(column => (
            <col key={column} className={`pack-col-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {t(`sheet.pack.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.map(number => (
            <tr key={number}>
              {COLUMNS.map(column => (
                <td key={column}>{column === 'number' ? <b>{number}</b> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
