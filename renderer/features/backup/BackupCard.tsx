import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { BackupState, CopyFacts } from '#shared/ipc/backup.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { type Call, useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Protect } from '../access/Protect.tsx'
import { BackupFolder } from './BackupFolder.tsx'
import { megabytes, momentText, newestOf } from './backup-words.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import './backup.css'

/** What is open over the card: the dialog of putting back, of a file or of a copy, or the key on paper. */
type Open = { readonly copy: CopyFacts | null } | 'paper' | null

/** Copies of the data: the last one, another disk, the list, putting one back. */
export function BackupCard() {
  const { t } = useWords()
  const { start } = useDesk()
  const call = useCall()
  const [state, setState] = useState<BackupState | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState<string | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.backupState({}))
    if (got.ok) setState(got.value)
  }, [])
  useEffect(() => {
    void load()
    return window.desk.onBackupTold(() => void load())
  }, [load])
  if (state === null) return null
  const make = async () => {
    setSaid(null)
    const made = await call.run(() => window.desk.backupMake({}))
    if (made !== null) setSaid(t('backup.made', { count: made.records ?? 0 }))
    await load()
  }
  return (
    <Card title={t('backup.title')}>
      <div className="card-body stack">
        <p className="mute">{t('backup.why')}</p>
        <Standing state={state} onPaper={() => setOpen('paper')} />
        <div className="buttons">
          <Button loading={call.busy || state.busy} onClick={() => void make()}>
            {t('backup.make')}
          </Button>
          <Button variant="default" onClick={() => setOpen({ copy: null })}>
            {t('backup.restore_file')}
          </Button>
        </div>
        {said === null ? null : <Notice tone="green">{said}</Notice>}
        <BackupFolder state={state} call={call} onChanged={() => void load()} />
        <CopyList copies={state.copies} call={call} onSaid={setSaid} onRestore={copy => setOpen({ copy })} />
        <ErrorNotice error={call.error} />
      </div>
      {open === 'paper' ? (
        <Protect name={start.user?.name ?? ''} paperOnly onEnd={() => void load().then(() => setOpen(null))} />
      ) : null}
      {open !== null && open !== 'paper' ? <RestoreDialog copy={open.copy} onClose={() => setOpen(null)} /> : null}
    </Card>
  )
}

function Standing({ state, onPaper }: { state: BackupState; onPaper: () => void }) {
  const words = useWords()
  const { t, errorText } = words
  const newest = newestOf(state.copies)
  const { checked } = state
  return (
    <>
      {newest === null ? (
        <Notice tone="amber">{t('backup.none')}</Notice>
      ) : (
        <Notice tone="green">
          {t('backup.last', { when: momentText(newest.madeAt, words), count: newest.records ?? 0 })}
          {checked?.isWhole ? <div>{t('backup.checked_at', { when: momentText(checked.at, words) })}</div> : null}
        </Notice>
      )}
      {checked?.isWhole === false ? (
        <Notice tone="red">{t('backup.checked_bad', { when: momentText(checked.at, words) })}</Notice>
      ) : null}
      {state.failed === null ? null : (
        <Notice tone="amber">{t('backup.failed', { why: errorText(state.failed) })}</Notice>
      )}
      {state.paper ? null : (
        <Notice tone="amber">
          <p>{t('backup.no_paper')}</p>
          <Button size="xs" h={32} variant="default" onClick={onPaper}>
            {t('backup.make_paper')}
          </Button>
        </Notice>
      )}
    </>
  )
}

interface Listed {
  readonly call: Call
  readonly onSaid: (said: string | null) => void
  readonly onRestore: (copy: CopyFacts) => void
}

function CopyList({ copies, ...acts }: Listed & { copies: readonly CopyFacts[] }) {
  const { t } = useWords()
  if (copies.length === 0) return null
  return (
    <details>
      <summary>{t('backup.list')}</summary>
      <ul className="backup-copies" aria-label={t('backup.list')}>
        {copies.map(copy => (
          <Copy key={`${copy.place}/${copy.name}`} copy={copy} {...acts} />
        ))}
      </ul>
    </details>
  )
}

function Copy({ copy, call, onSaid, onRestore }: Listed & { copy: CopyFacts }) {
  const words = useWords()
  const { t, language } = words
  const { place, name, madeAt, kind, records, bytes, isWhole } = copy
  const when = momentText(madeAt, words)
  const check = async () => {
    onSaid(null)
    const found = await call.run(() => window.desk.backupCheck({ place, name }))
    if (found !== null) onSaid(t('backup.checked', { ...found }))
  }
  return (
    <li>
      <div>
        <b className="num">{when}</b> {isWhole ? null : <Badge tone="red">{t('backup.damaged')}</Badge>}
        <div className="mute">
          {[
            t(`backup.kind.${kind}`),
            t(`backup.where.${place}`),
            ...(records === null ? [] : [t('backup.records', { count: records })]),
            t('backup.size', { size: megabytes(bytes, language) }),
          ].join(' · ')}
        </div>
      </div>
      {isWhole ? (
        <div className="buttons">
          {records === null ? null : (
            <Button
              size="xs"
              h={32}
              variant="default"
              disabled={call.busy}
              aria-label={`${t('backup.check')}: ${when}`}
              onClick={() => void check()}
            >
              {t('backup.check')}
            </Button>
          )}
          <Button
            size="xs"
            h={32}
            variant="default"
            disabled={call.busy}
            aria-label={`${t('backup.restore')}: ${when}`}
            onClick={() => onRestore(copy)}
          >
            {t('backup.restore')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
