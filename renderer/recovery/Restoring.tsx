import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CopyFacts } from '#shared/ipc/backup.ts'
import { momentText, newestOf } from '../features/backup/backup-words.ts'
import { RestoreDialog } from '../features/backup/RestoreDialog.tsx'
import { useWords } from '../i18n/use-words.ts'

/** Which copy is put back: the newest that lies here, or a file from elsewhere. */
export function Restoring({ copies, onEnd }: { copies: readonly CopyFacts[]; onEnd: () => void }) {
  const words = useWords()
  const { t } = words
  const [chosen, setChosen] = useState<{ readonly copy: CopyFacts | null } | null>(null)
  const newest = newestOf(copies)
  return (
    <div className="recovery-paper">
      <p>{t('recovery.restore_how')}</p>
      <div className="buttons">
        {newest === null ? null : (
          <Button onClick={() => setChosen({ copy: newest })}>
            {t('recovery.restore_newest', { when: momentText(newest.madeAt, words) })}
          </Button>
        )}
        <Button variant="default" onClick={() => setChosen({ copy: null })}>
          {t('recovery.restore_file')}
        </Button>
      </div>
      {chosen === null ? null : <RestoreDialog copy={chosen.copy} onClose={onEnd} />}
    </div>
  )
}
