import type { SyncDesk } from '#shared/sync/status.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'

/** The desks of the office: how much of each is here, when it last wrote, what keeps its next record away. */
export function DeskList({ desks }: { desks: readonly SyncDesk[] }) {
  const { t } = useWords()
  return (
    <ul className="desks-list" aria-label={t('desks.list')}>
      {[...desks].sort(ownFirst).map(desk => (
        <li key={desk.installation}>
          <DeskLine desk={desk} />
        </li>
      ))}
    </ul>
  )
}

function ownFirst(a: SyncDesk, b: SyncDesk): number {
  return Number(b.isOwn) - Number(a.isOwn) || (a.letter ?? '').localeCompare(b.letter ?? '')
}

function DeskLine({ desk }: { desk: SyncDesk }) {
  const words = useWords()
  const { t } = words
  const { installation, letter, isOwn, held, seen, lastAt, why, isAhead } = desk
  const missing = seen - held
  return (
    <>
      <span>
        <b>{letter === null ? t('desks.no_letter') : t('desks.letter', { letter })}</b>{' '}
        {isOwn ? <Badge tone="sky">{t('desks.own')}</Badge> : null} <code className="desks-id">{installation}</code>
        <br />
        <span className="mute">
          {t('desks.records', { count: held })}{' '}
          {lastAt === '' ? null : t('desks.last_at', { when: momentText(lastAt, words) })}
        </span>
      </span>
      <span className="desks-state">
        {missing > 0 ? <Badge tone="amber">{t('desks.missing', { count: missing })}</Badge> : null}
        {isAhead ? <Badge tone="amber">{t('desks.ahead')}</Badge> : null}
        {why === null ? null : <span>{t(`desks.trouble.${why}`)}</span>}
      </span>
    </>
  )
}
