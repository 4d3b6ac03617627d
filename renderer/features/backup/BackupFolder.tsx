import { Button } from '@mantine/core'
import type { BackupState } from '#shared/ipc/backup.ts'
import { Notice } from '../../components/Notice.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** The folder on another disk or a share that every copy is carried to. */
export function BackupFolder({ state, call, onChanged }: { state: BackupState; call: Call; onChanged: () => void }) {
  const { t } = useWords()
  const chosen = state.folders.find(({ place }) => place === 'chosen')
  const change = async (forget: boolean) => {
    if ((await call.run(() => window.desk.backupFolder({ forget })))?.changed) onChanged()
  }
  return (
    <div className="stack">
      <b>{t('backup.folder')}</b>
      {chosen === undefined ? (
        <p className="mute">{t('backup.folder.none')}</p>
      ) : (
        <code className="backup-path">{chosen.path}</code>
      )}
      {chosen?.isReachable === false ? <Notice tone="amber">{t('backup.folder.away')}</Notice> : null}
      <div className="buttons">
        <Button variant="default" onClick={() => void change(false)}>
          {t(chosen === undefined ? 'backup.folder.choose' : 'backup.folder.change')}
        </Button>
        {chosen === undefined ? null : (
          <Button variant="default" onClick={() => void change(true)}>
            {t('backup.folder.forget')}
          </Button>
        )}
      </div>
    </div>
  )
}
