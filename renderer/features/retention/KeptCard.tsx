import type { RetentionPreview } from '#shared/ipc/retention.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { PersonCells, PersonHeads } from './PersonCells.tsx'

/** Why the others are kept, each reason with the people it keeps. */
export function KeptCard({ kept }: { kept: RetentionPreview['kept'] }) {
  const { t } = useWords()
  return (
    <Card title={t('retention.kept.title')}>
      <div className="card-body">
        {kept.map(one => (
          <details key={one.why} className="retention-why">
            <summary>
              {t(`retention.why.${one.why}`)}: <b>{one.count}</b>
            </summary>
            {one.count > one.some.length ? (
              <p className="mute">{t('retention.kept.some', { count: one.some.length })}</p>
            ) : null}
            <Some why={t(`retention.why.${one.why}`)} some={one.some} />
          </details>
        ))}
      </div>
    </Card>
  )
}

function Some({ why, some }: { why: string; some: RetentionPreview['kept'][number]['some'] }) {
  const { t, dates } = useWords()
  const hasUntil = some.some(({ until }) => until !== null)
  return (
    <div className="table-box retention-box">
      <table className="table" aria-label={why}>
        <thead>
          <tr>
            <PersonHeads />
            {hasUntil ? <th scope="col">{t('retention.column.until')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {some.map(person => (
            <tr key={person.subject}>
              <PersonCells person={person} />
              {hasUntil ? <td>{person.until === null ? '\u2013' : screenDate(person.until, dates)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
