import type { SheetJob } from '#shared/ipc/documents.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import { QrCode } from '../qr/QrCode.tsx'
import { placesOf } from './list-columns.ts'
import '../sheet.css'
import './list-sheet.css'

/** Up to so many columns stand in larger type: they are read on a wall or by a runner. */
const MOST_LARGE = 6

/** A list on paper as it is seen on the screen; its head, with the day and who printed it, stands on every page. */
export function ListSheet({ job }: { job: Extract<SheetJob, { kind: 'list' }> }) {
  const { t, dates } = useWords()
  const { columns, rows, narrowed } = job
  const places = placesOf(columns, rows, job.isWhole)
  const printed = t('list.sheet.printed', { date: officialDate(job.printedOn, dates), name: job.printedBy })
  const isNarrow = places.length <= MOST_LARGE
  return (
    <article className={isNarrow ? 'sheet list-sheet few' : 'sheet list-sheet'} lang={job.language}>
      <h1>{job.title}</h1>
      {narrowed.length === 0 ? null : <p>{t('list.sheet.narrowed', { words: narrowed.join('; ') })}</p>}
      <p>{job.told ?? t('applications.total', { count: rows.length })}</p>
      <table>
        <colgroup>
          <col className="list-number" />
          {places.map(place => (
            <col key={place[0]} />
          ))}
        </colgroup>
        <thead>
          <tr className="list-printed">
            <td colSpan={places.length + 1}>
              {job.title.replace(/\.$/, '')}. {printed}
            </td>
          </tr>
          <tr>
            <th scope="col">{t('list.sheet.number')}</th>
            {places.map(place => (
              <th key={place[0]} scope="col">
                {place.map(index => (
                  <span key={index}>{columns[index]?.title}</span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes its order
            <tr key={number}>
              <td>{number + 1}</td>
              {places.map(place => (
                <td key={place[0]}>
                  {place.map(index => (
                    <span key={index}>{row[index]}</span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(job.foot ?? []).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      {job.mark === undefined ? null : <QrCode text={job.mark} />}
    </article>
  )
}
