import { Button } from '@mantine/core'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { deskName, nameOf } from './desk-words.ts'

/** Every desk of the office: its letter, what is held of it, whether it is still at work. */
export function DeskList({
  desks,
  onRetire,
}: {
  readonly desks: readonly OfficeDesk[]
  readonly onRetire: (desk: OfficeDesk) => void
}) {
  const words = useWords()
  const { t } = words
  return (
    <div>
      <b>{t('desks.all')}</b>
      <ul className="parcel-desks" aria-label={t('desks.all')}>
        {desks.map(desk => (
          <li key={desk.installation}>
            <div>
              {deskName(desk, words)} {desk.isOwn ? <Badge tone="sky">{t('desks.this')}</Badge> : null}
              {desk.retired === null ? null : <Badge tone="plain">{t('desks.retired')}</Badge>}
              <div className="mute num">
                {[
                  t('desks.held_here', { count: desk.records }),
                  ...(desk.replaces === null
                    ? []
                    : [t('desks.replaces', { letter: nameOf(desks, desk.replaces, words) })]),
                  ...(desk.retired === null ? [] : [t(`desks.reason.${desk.retired}`)]),
                ].join(' · ')}
              </div>
            </div>
            {desk.isOwn || desk.retired !== null ? null : (
              <Button
                size="xs"
                h={32}
                variant="default"
                aria-label={`${t('desks.retire')}: ${deskName(desk, words)}`}
                onClick={() => onRetire(desk)}
              >
                {t('desks.retire')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
