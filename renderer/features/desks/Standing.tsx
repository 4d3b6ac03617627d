import type { SyncStanding, SyncStatus } from '#shared/sync/status.ts'
import { Badge, type Tone } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'

const TONES: Readonly<Record<SyncStanding, Tone>> = {
  alone: 'plain',
  working: 'sky',
  agreed: 'green',
  waiting: 'amber',
  stopped: 'red',
}

/** How the exchange stands, in words: what is sent, what waits, and where it failed why and what to do. */
export function Standing({ status }: { status: SyncStatus }) {
  const words = useWords()
  const { t } = words
  const { server, standing, why, agreedAt, nextAt, toSend, moved } = status
  if (server === null) return <p className="mute">{t('desks.alone')}</p>
  return (
    <>
      <p className="desks-standing">
        <Badge tone={TONES[standing]}>{t(`desks.standing.${standing}`)}</Badge>
        <span>{server.address}</span>
      </p>
      <p className="mute">
        {agreedAt === null ? t('desks.never') : t('desks.agreed_at', { when: momentText(agreedAt, words) })}{' '}
        {toSend === 0 ? t('desks.all_sent') : t('desks.to_send', { count: toSend })}
      </p>
      {standing === 'working' && moved.taken + moved.sent > 0 ? (
        <p role="status">{t('desks.moved', { ...moved })}</p>
      ) : null}
      {why === null || standing === 'agreed' ? null : (
        <Notice tone={standing === 'stopped' ? 'red' : 'amber'}>
          {t(`desks.why.${why}`)} {nextAt === null ? null : t('desks.next_at', { when: momentText(nextAt, words) })}
        </Notice>
      )}
    </>
  )
}
