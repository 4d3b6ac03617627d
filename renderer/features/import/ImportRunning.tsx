import { Button, Progress } from '@mantine/core'
import type { ImportProgress } from '#shared/ipc/imports.ts'
import { goTo } from '../../app/route.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Shown {
  readonly progress: ImportProgress
  readonly onClose: () => void
}

/** An import under way, and what came of it. Success is said only when all of it is on disk. */
export function ImportRunning({ progress, onClose }: Shown) {
  const { t } = useWords()
  const call = useCall()
  const { importId, fileName, state, done, total } = progress
  return (
    <Card title={fileName}>
      <div className="card-body">
        {state === 'running' ? (
          <>
            <p aria-live="polite">{t('import.running', { done, total })}</p>
            <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={t('import.progress')} />
            <div className="buttons">
              <Button
                variant="default"
                loading={call.busy}
                onClick={() => void call.run(() => window.desk.importStop({ importId }))}
              >
                {t('import.stop')}
              </Button>
            </div>
          </>
        ) : (
          <Outcome progress={progress} onClose={onClose} />
        )}
        <ErrorNotice error={call.error ?? progress.error} />
      </div>
    </Card>
  )
}

function Outcome({ progress, onClose }: Shown) {
  const { t } = useWords()
  const { kind, state, kept, already, marked, badIin, batch } = progress
  const journal = kind === 'journal'
  const counts = { kept, already, marked, badIin }
  return (
    <>
      {state === 'done' ? (
        <Notice tone="green">{journal ? t('import.done.journal', counts) : t('import.done.officials', counts)}</Notice>
      ) : null}
      {state === 'stopped' ? <Notice tone="amber">{t('import.stopped', counts)}</Notice> : null}
      {state === 'failed' ? <Notice tone="amber">{t('import.failed', counts)}</Notice> : null}
      <div className="buttons">
        <Button onClick={onClose}>{t('import.close')}</Button>
        {journal ? (
          <Button variant="default" onClick={() => goTo('applications', { batch })}>
            {t('import.see_all')}
          </Button>
        ) : null}
        {journal && marked > 0 ? (
          <Button variant="default" onClick={() => goTo('applications', { batch, marked: 'yes' })}>
            {t('import.see_marked')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
