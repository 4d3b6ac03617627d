import type { RetainedPerson } from '#shared/ipc/retention.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { applicationsText, recordsOf } from './person-words.ts'

/** A person in a table: masked, their applications, how many records, the newest of them. */
export function PersonCells({ person }: { person: RetainedPerson }) {
  const words = useWords()
  const { t, dates } = words
  const { masked, applications, entity, counts, last, pending } = person
  return (
    <>
      <td className="num">
        {entity === null ? (
          masked
        ) : (
          <a className="link" href={addressOf('applications', { open: entity })}>
            {masked || t('retention.column.person')}
          </a>
        )}
      </td>
      <td>
        {applicationsText(applications, words)}{' '}
        {pending > 0 ? <Badge tone="amber">{t('retention.pending', { count: pending })}</Badge> : null}
      </td>
      <td className="number">{recordsOf(counts)}</td>
      <td>{last === null ? '\u2013' : screenDate(last, dates)}</td>
    </>
  )
}

/** The heads of the same. */
export function PersonHeads() {
  const { t } = useWords()
  return (
    <>
      <th scope="col">{t('retention.column.person')}</th>
      <th scope="col">{t('retention.column.applications')}</th>
      <th scope="col" className="number">
        {t('retention.column.records')}
      </th>
      <th scope="col">{t('retention.column.last')}</th>
    </>
  )
}
