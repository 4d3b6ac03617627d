import type { AuditRecord } from '#shared/audit/model.ts'
import { keyOf, nounOf } from '#shared/change/action.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { fieldsText, numberIn, whatText, whenText } from './audit-words.ts'
import { undoneOf } from './use-audit.ts'

const NOTHING = {}
const DASH = '\u2013'

interface Shown {
  readonly records: readonly AuditRecord[]
  /** The application that is asked about, or null. */
  readonly entity: string | null
}

/** The lines as a table: when, who, what, whose, which fields. One that came to nothing says so and is not left out. */
export function AuditTable({ records, entity }: Shown) {
  const words = useWords()
  const { t } = words
  const users = useRows('users.all', NOTHING)
  const undone = undoneOf(records)
  const nameOf = (id: string) =>
    id === 'system' ? t('audit.by.system') : (users?.find(({ user }) => user?.id === id)?.user?.name ?? DASH)
  return (
    <table className="audit-table" aria-label={t('audit.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('audit.column.when')}</th>
          <th scope="col">{t('audit.by')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.column.whose')}</th>
          <th scope="col">{t('audit.column.fields')}</th>
        </tr>
      </thead>
      <tbody>
        {records
          .filter(({ undoes }) => undoes === null)
          .map(record => (
            <tr key={record.sequence}>
              <td>{whenText(record, words)}</td>
              <td>{nameOf(record.user)}</td>
              <td>
                {whatText(record, words)}{' '}
                {undone.has(record.sequence) ? <Badge tone="plain">{t('audit.undone')}</Badge> : null}
              </td>
              <td>
                <Whose record={record} isAsked={entity !== null} nameOf={nameOf} />
              </td>
              <td className="mute">{fieldsText(record, words) || DASH}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** The application it was about, a person of the desk, a number of records, or nobody. */
function Whose({ record, isAsked, nameOf }: { record: AuditRecord; isAsked: boolean; nameOf: (id: string) => string }) {
  const { t } = useWords()
  const { entity, subject, count } = record
  if (entity !== null && nounOf(entity) === 'application') {
    return (
      <a className="link" href={addressOf('applications', { open: entity })}>
        {numberIn(entity) || t('audit.one_application')}
      </a>
    )
  }
  if (entity !== null && nounOf(entity) === 'user') return nameOf(keyOf(entity))
  if (entity !== null || subject !== null) return t('audit.one_person')
  if (isAsked && record.fields.length > 0) return <Badge tone="amber">{t('audit.in_list')}</Badge>
  return count === null ? DASH : t('audit.count', { count })
}
