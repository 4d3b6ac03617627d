import type { PaperKeyJob } from '#shared/ipc/documents.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import '../sheet.css'
import './paper-key-sheet.css'

/** The key on paper as it lies in the safe: what it is, the key in large groups, who keeps it and when it is opened. */
export function PaperKeySheet({ job }: { job: PaperKeyJob }) {
  const { t, dates } = useWords()
  return (
    <article className="sheet sheet-a4 paper-key-sheet" lang={job.language}>
      <p className="paper-key-office">{job.office}</p>
      <h1>{t('sheet.paper_key.title')}</h1>
      <p>{t('sheet.paper_key.what')}</p>
      <ol className="paper-key-groups" translate="no">
        {job.text.split('-').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one key never move
          <li key={at}>{group}</li>
        ))}
      </ol>
      <p className="paper-key-how">{t('sheet.paper_key.letters')}</p>
      <h2>{t('sheet.paper_key.keep')}</h2>
      <ul>
        <li>{t('sheet.paper_key.envelope')}</li>
        <li>{t('sheet.paper_key.who')}</li>
        <li>{t('sheet.paper_key.no_copy')}</li>
      </ul>
      <h2>{t('sheet.paper_key.open')}</h2>
      <ul>
        <li>{t('sheet.paper_key.when')}</li>
        <li>{t('sheet.paper_key.how')}</li>
        <li>{t('sheet.paper_key.after')}</li>
      </ul>
      <table className="paper-key-opened">
        <caption>{t('sheet.paper_key.opened')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sheet.paper_key.opened.on')}</th>
            <th scope="col">{t('sheet.paper_key.opened.why')}</th>
            <th scope="col">{t('sheet.paper_key.opened.who')}</th>
          </tr>
        </thead>
        <tbody>
          {['first', 'second', 'third'].map(row => (
            <tr key={row}>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-key-foot">
        {t('sheet.paper_key.foot', {
          date: officialDate(job.drawnOn, dates),
          name: job.drawnBy,
          key: job.keyId.toUpperCase(),
        })}
      </p>
    </article>
  )
}
