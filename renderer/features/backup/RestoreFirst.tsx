import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CopyFacts } from '#shared/ipc/backup.ts'
import { settled } from '../../app/desk.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { newestOf } from './backup-words.ts'
import { RestoreDialog } from './RestoreDialog.tsx'

/** On the screen of the first run: who has worked before does not begin anew. Copies that lie here are told. */
export function RestoreFirst() {
  const { t } = useWords()
  const [copies, setCopies] = useState<readonly CopyFacts[]>([])
  const [open, setOpen] = useState<{ readonly copy: CopyFacts | null } | null>(null)
  useEffect(() => {
    void settled(window.desk.backupState({})).then(got => setCopies(got.ok ? got.value.copies : []))
  }, [])
  const newest = newestOf(copies)
  return (
    <div className="stack backup-first">
      {newest === null ? null : (
        <Notice tone="amber">
          <p>{t('backup.first_found', { count: copies.length })}</p>
          <Button onClick={() => setOpen({ copy: newest })}>{t('backup.restore')}</Button>
        </Notice>
      )}
      <Button variant="default" onClick={() => setOpen({ copy: null })}>
        {t('backup.restore_first')}
      </Button>
      {open === null ? null : <RestoreDialog copy={open.copy} onClose={() => setOpen(null)} />}
    </div>
  )
}
