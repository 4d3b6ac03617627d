import { Button } from '@mantine/core'
import { IconPlayerStop, IconRefresh, IconWorldUpload } from '@tabler/icons-react'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PublicationStanding } from './PublicationStanding.tsx'
import { usePublication } from './use-publication.ts'

/** The publication on the site where postings are shown: how it stands, and what may be pressed. */
export function PublicationPart() {
  const { t } = useWords()
  const call = useCall()
  const { state, load } = usePublication()
  if (state === null) return null
  const { phase } = state
  const press = async () => {
    await call.run(() => window.desk.sitePublish({}))
    await load()
  }
  const stop = async () => {
    await call.run(() => window.desk.siteStop({}))
    await load()
  }
  return (
    <div className="card-body stack" aria-live="polite">
      <PublicationStanding state={state} />
      <div className="buttons">
        {phase === 'waiting' || phase === 'held' ? (
          <Button
            loading={call.busy}
            leftSection={<IconWorldUpload size={17} aria-hidden="true" />}
            onClick={() => void press()}
          >
            {t('publish.now')}
          </Button>
        ) : null}
        {phase === 'published' ? (
          <Button
            variant="default"
            loading={call.busy}
            leftSection={<IconRefresh size={17} aria-hidden="true" />}
            onClick={() => void press()}
          >
            {t('publish.check')}
          </Button>
        ) : null}
        {phase === 'waiting' || phase === 'working' ? (
          <Button
            variant="default"
            disabled={call.busy}
            leftSection={<IconPlayerStop size={17} aria-hidden="true" />}
            onClick={() => void stop()}
          >
            {t('publish.stop')}
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={call.error} />
    </div>
  )
}
