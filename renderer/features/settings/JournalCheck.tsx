import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Checks every record of the journal: sums, chain and signatures; says what was found. */
export function JournalCheck() {
  const { t } = useWords()
  const call = useCall()
  const [found, setFound] = useState<ResultOf<'journal.verify'> | null>(null)
  const check = async () => {
    setFound(null)
    setFound(await call.run(() => window.desk.journalVerify({})))
  }
  return (
    <div className="card-body">
      <p className="mute">{t('settings.journal_why')}</p>
      <div className="buttons">
        <Button variant="default" loading={call.busy} onClick={() => void check()}>
          {t('settings.journal_check')}
        </Button>
      </div>
      {found === null ? null : found.brokenAt === null ? (
        <Notice tone="green">{t('settings.journal_whole', { records: found.records })}</Notice>
      ) : (
        <Notice tone="red">{t('settings.journal_broken', { place: found.brokenAt })}</Notice>
      )}
      <ErrorNotice error={call.error} />
    </div>
  )
}
