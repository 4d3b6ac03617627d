import { Button } from '@mantine/core'
import type { RetentionPreview } from '#shared/ipc/retention.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { PersonCells, PersonHeads } from './PersonCells.tsx'
import { useHold } from './use-hold.ts'

interface Given {
  readonly held: RetentionPreview['held']
  readonly onReleased: () => Promise<void>
}

/** Whose data a person of the office keeps, why and since when. */
export function HeldCard({ held, onReleased }: Given) {
  const { t, dates } = useWords()
  const { call, hold } = useHold()
  const release = async (subject: string) => {
    if (await hold(subject, null)) await onReleased()
  }
  return (
    <Card title={t('retention.held.title')}>
      <ErrorNotice error={call.error} />
      <div className="table-box retention-box">
        <table className="table" aria-label={t('retention.held.title')}>
          <thead>
            <tr>
              <PersonHeads />
              <th scope="col">{t('retention.hold')}</th>
            </tr>
          </thead>
          <tbody>
            {held.map(person => (
              <tr key={person.subject}>
                <PersonCells person={person} />
                <td>
                  <div className="retention-held">
                    <span>
                      {t('retention.held.since', {
                        ground: t(`retention.hold.${person.ground}`),
                        date: screenDate(person.since, dates),
                      })}{' '}
                      {person.isDue ? <Badge tone="amber">{t('retention.held.due')}</Badge> : null}
                    </span>
                    <Button
                      variant="default"
                      size="xs"
                      h={32}
                      disabled={call.busy}
                      aria-label={t('retention.release_of', { person: person.masked })}
                      onClick={() => void release(person.subject)}
                    >
                      {t('retention.release')}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
