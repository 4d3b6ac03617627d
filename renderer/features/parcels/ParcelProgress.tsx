import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'

/** How far a file is written or taken in, and a way to stop it (`onStop`: of what is no parcel). Nothing is shown until something moves. */
export function ParcelProgress({ onStop = stopParcel }: { readonly onStop?: () => void }) {
  const { t } = useWords()
  const [moved, setMoved] = useState<{ readonly done: number; readonly all: number } | null>(null)
  useEffect(() => window.desk.onParcelProgress(setMoved), [])
  if (moved === null || moved.all === 0) return null
  const said = t('parcel.progress', moved)
  return (
    <div className="stack">
      <Progress value={(moved.done / moved.all) * 100} aria-label={said} />
      <div className="buttons">
        <span className="mute num">{said}</span>
        <Button size="xs" h={32} variant="default" onClick={onStop}>
          {t('parcel.stop')}
        </Button>
      </div>
    </div>
  )
}

function stopParcel(): void {
  void window.desk.parcelStop({})
}
