import { Button } from '@mantine/core'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import type { SyncDesk } from '#shared/sync/status.ts'
import { Badge } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'
import { deskName } from '../parcels/desk-words.ts'

/** The desks of the office: how much of each is here, when it last wrote, whether it is still at work, what keeps its next record away. */
export function DeskList({
  desks,
  exchange,
  onRetire,
}: {
  readonly desks: readonly OfficeDesk[]
  readonly exchange: readonly SyncDesk[]
  /** Null: who sits here may not. */
  readonly onRetire: ((desk: OfficeDesk) => void) | null
}) {
  const { t } = useWords()
  return (
    <ul className="desks-list" aria-label={t('desks.all')}>
      {[...desks].sort(ownFirst).map(desk => (
        <li key={desk.installation}>
          <DeskFacts
            desk={desk}
            desks={desks}
            exchange={exchange.find(one => one.installation === desk.installation)}
          />
          {desk.isOwn || desk.retired !== null || onRetire === null ? null : (
            <RetireButton desk={desk} onRetire={onRetire} />
          )}
        </li>
      ))}
    </ul>
  )
}

function ownFirst(a: OfficeDesk, b: OfficeDesk): number {
  return Number(b.isOwn) - Number(a.isOwn) || (a.letter ?? '').localeCompare(b.letter ?? '')
}

function letterOf(desks: readonly OfficeDesk[], installation: OfficeDesk['installation']): string {
  return desks.find(one => one.installation === installation)?.letter ?? '?'
}

function DeskFacts({
  desk,
  desks,
  exchange,
}: {
  readonly desk: OfficeDesk
  readonly desks: readonly OfficeDesk[]
  readonly exchange: SyncDesk | undefined
}) {
  const words = useWords()
  const { t } = words
  const { held = 0, seen = 0, lastAt = '', why = null, isAhead = false } = exchange ?? {}
  const facts = [
    t('desks.held_here', { count: desk.records }),
    lastAt === '' ? null : t('desks.last_at', { when: momentText(lastAt, words) }),
    desk.replaces === null ? null : t('desks.replaces', { letter: letterOf(desks, desk.replaces) }),
    desk.retired === null ? null : t(`desks.reason.${desk.retired}`),
  ]
  return (
    <div>
      <div className="desks-state">
        <b>{deskName(desk, words)}</b>
        {desk.isOwn ? <Badge tone="sky">{t('desks.this')}</Badge> : null}
        {desk.retired === null ? null : <Badge tone="plain">{t('desks.retired')}</Badge>}
        {seen > held ? <Badge tone="amber">{t('desks.missing', { count: seen - held })}</Badge> : null}
        {isAhead ? <Badge tone="amber">{t('desks.ahead')}</Badge> : null}
      </div>
      <div className="mute num">{facts.filter(fact => fact !== null).join(' · ')}</div>
      {why === null ? null : <div>{t(`desks.trouble.${why}`)}</div>}
      {desk.wroteAfter === null ? null : (
        <Notice tone="amber">{t('desks.wrote_after', { when: momentText(desk.wroteAfter, words) })}</Notice>
      )}
    </div>
  )
}

function RetireButton({
  desk,
  onRetire,
}: {
  readonly desk: OfficeDesk
  readonly onRetire: (desk: OfficeDesk) => void
}) {
  const words = useWords()
  const { t } = words
  return (
    <Button
      size="xs"
      h={32}
      variant="default"
      aria-label={`${t('desks.retire')}: ${deskName(desk, words)}`}
      onClick={() => onRetire(desk)}
    >
      {t('desks.retire')}
    </Button>
  )
}
