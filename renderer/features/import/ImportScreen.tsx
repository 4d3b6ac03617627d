import { useCallback, useEffect, useState } from 'react'
import type { ImportPreview, ImportProgress } from '#shared/ipc/imports.ts'
import { settled } from '../../app/desk.ts'
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
  const [progress, setProgress] = useProgress()
  const close = useCallback(() => {
    if (preview !== null) void window.desk.importDrop({ importId: preview.importId })
    setPreview(null)
    setProgress(null)
  }, [preview, setProgress])
  const shown = preview === null || progress?.importId === preview.importId ? progress : null
  return (
    <>
      <div className="screen-head">
        <h1>{t('import.title')}</h1>
      </div>
      {shown !== null ? (
        <ImportRunning progress={shown} onClose={close} />
      ) : preview === null ? (
        <>
          <ChooseSource call={call} onPreview={setPreview} />
          <ImportHistory />
        </>
      ) : (
        <DryRun preview={preview} onPreview={setPreview} onClose={close} />
      )}
    </>
  )
}

/** The import under way, also one that began before this screen was there: before a reload of the page, or a look elsewhere. */
function useProgress() {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => {
    const end = window.desk.onImportProgress(setProgress)
    // What an event told meanwhile is newer.
    void settled(window.desk.importRunning({})).then(found => {
      if (found.ok) setProgress(told => told ?? found.value.progress)
    })
    return end
  }, [])
  return [progress, setProgress] as const
}
