import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { FoundRequest } from '#shared/ipc/desks.ts'
import { settled } from '../../app/desk.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import '../parcels/parcels.css'

/** The server set by files: a request of this desk is written, the answer of the server's administrator is opened. */
export function AskServerDialog({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const asking = useCall()
  const [asked, setAsked] = useState<FoundRequest | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.syncAsked({}))
    if (got.ok) setAsked(got.value.asked)
  }, [])
  useEffect(() => void load(), [load])
  const ask = async () => {
    const made = await asking.run(() => window.desk.syncAsk({}))
    if (made?.state !== 'saved') return
    setAsked(made.asked)
    setSaid(t('join.asked', { file: made.fileName }))
  }
  const open = async () => {
    const got = await call.run(() => window.desk.syncOpen({}))
    if (got?.state === 'set') onEnd()
  }
  return (
    <Confirm
      title={t('desks.ask.button')}
      act={t('desks.ask.open')}
      call={call}
      allowed={asked !== null}
      onAct={() => void open()}
      onClose={onEnd}
    >
      <p>{t('desks.ask.step_ask')}</p>
      <div className="buttons">
        <Button variant="default" loading={asking.busy} onClick={() => void ask()}>
          {t('desks.ask.write')}
        </Button>
      </div>
      <ErrorNotice error={asking.error} />
      {said === null ? null : <Notice tone="green">{said}</Notice>}
      {asked === null ? null : (
        <>
          <p>{t('join.fingerprint')}</p>
          <p className="fingerprint">{asked.fingerprint}</p>
        </>
      )}
      <p>{t('desks.ask.step_open')}</p>
    </Confirm>
  )
}
