import { useCallback, useEffect, useState } from 'react'
import type { ImportPreview, ImportProgress } from '#shared/ipc/contract.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseSource } from './ChooseSource.tsx'
import { DryRun } from './DryRun.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportRunning } from './ImportRunning.tsx'

/** Import: choose, look at the dry run, bring in, and take back as a whole if it was the wrong file. */
export function ImportScreen() {
  const { t } = useWords()
  const call = useCall()
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => window.desk.onImportProgress(setProgress), [])
  const close = useCallback(() => {
    if (preview !== null) void window.desk.importDrop({ importId: preview.importId })
    setPreview(null)
    setProgress(null)
  }, [preview])
  const own = preview !== null && progress?.importId === preview.importId ? progress : null
  return (
    <>
      <div className="screen-head">
        <h1>{t('import.title')}</h1>
      </div>
      {preview === null ? (
        <>
          <ChooseSource call={call} onPreview={setPreview} />
          <ImportHistory />
        </>
      ) : own === null ? (
        <DryRun preview={preview} onPreview={setPreview} onClose={close} />
      ) : (
        <ImportRunning preview={preview} progress={own} onClose={close} />
      )}
    </>
  )
}
