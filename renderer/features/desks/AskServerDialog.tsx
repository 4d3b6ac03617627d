import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { FoundRequest, FoundServer } from '#shared/ipc/desks.ts'
import { settled } from '../../app/desk.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { TakeServer } from '../parcels/TakeServer.tsx'
import '../parcels/parcels.css'

/** The server set by files: a request of this desk is written, the answer of the server's administrator is opened and taken by its digits. */
export function AskServerDialog({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [found, setFound] = useState<FoundServer | null>(null)
  if (found === null) return <Ask onFound={setFound} onClose={onEnd} />
  const take = async (digits: string) => {
    const taken = await call.run(() => window.desk.syncTake({ digits }))
    if (taken !== null) onEnd()
  }
  return (
    <TakeServer
      title={t('desks.ask.button')}
      found={found}
      call={call}
      onTake={digits => void take(digits)}
      onClose={onEnd}
    />
  )
}

function Ask({ onFound, onClose }: { readonly onFound: (found: FoundServer) => void; readonly onClose: () => void }) {
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
    if (got?.found) onFound(got.found)
  }
  return (
    <Confirm
      title={t('desks.ask.button')}
      act={t('desks.ask.open')}
      call={call}
      allowed={asked !== null}
      onAct={() => void open()}
      onClose={onClose}
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
