import { Button, TextInput } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { FoundInvitation, FoundRequest, FoundServer } from '#shared/ipc/desks.ts'
import { settled } from '../../app/desk.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ParcelProgress } from '../parcels/ParcelProgress.tsx'
import { TakeServer } from '../parcels/TakeServer.tsx'
import { JoinBegin } from './JoinBegin.tsx'
import '../parcels/parcels.css'

/** The second way of a first run: this computer becomes a desk of an office that works already. */
export function JoinOffice() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<FoundInvitation | null>(null)
  const [server, setServer] = useState<FoundServer | null>(null)
  const close = () => {
    setOpen(false)
    setFound(null)
    setServer(null)
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('join.way')}
      </Button>
      {isOpen && found === null && server === null ? (
        <AskAndOpen onFound={setFound} onServer={setServer} onClose={close} />
      ) : null}
      {isOpen && found === null && server !== null ? (
        <JoinServer server={server} onFound={setFound} onClose={close} />
      ) : null}
      {isOpen && found !== null ? <JoinBegin found={found} onClose={close} /> : null}
    </>
  )
}

/** The answer of the server's administrator lay beside the invitation: nothing is taken before its digits. */
function JoinServer({
  server,
  onFound,
  onClose,
}: {
  readonly server: FoundServer
  readonly onFound: (found: FoundInvitation) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const call = useCall()
  const take = async (digits: string) => {
    const got = await call.run(() => window.desk.joinTake({ digits }))
    if (got !== null) onFound(got.found)
  }
  return (
    <TakeServer
      title={t('join.title')}
      found={server}
      call={call}
      onTake={digits => void take(digits)}
      onClose={onClose}
    >
      {call.busy ? <ParcelProgress onStop={() => void window.desk.joinStop({})} /> : null}
    </TakeServer>
  )
}

function AskAndOpen({
  onFound,
  onServer,
  onClose,
}: {
  readonly onFound: (found: FoundInvitation) => void
  readonly onServer: (server: FoundServer) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const call = useCall()
  const asking = useCall()
  const [asked, setAsked] = useState<FoundRequest | null>(null)
  const [name, setName] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.joinState({}))
    if (got.ok) setAsked(got.value.asked)
  }, [])
  useEffect(() => void load(), [load])
  const ask = async () => {
    const made = await asking.run(() => window.desk.joinAsk({ name }))
    if (made?.state === 'saved') setSaid(t('join.asked', { file: made.fileName }))
    await load()
  }
  const open = async () => {
    const got = await call.run(() => window.desk.joinOpen({}))
    if (got?.found) onFound(got.found)
    if (got?.server) onServer(got.server)
  }
  return (
    <Confirm
      title={t('join.title')}
      act={t('join.open')}
      call={call}
      allowed={asked !== null}
      onAct={() => void open()}
      onClose={onClose}
    >
      <p>{t('join.step_ask')}</p>
      <TextInput
        label={t('join.name')}
        placeholder={t('join.name_example')}
        maxLength={60}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <div className="buttons">
        <Button variant="default" loading={asking.busy} disabled={name.trim() === ''} onClick={() => void ask()}>
          {t('join.ask')}
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
      <p>{t('join.step_open')}</p>
      {call.busy ? <ParcelProgress onStop={() => void window.desk.joinStop({})} /> : null}
    </Confirm>
  )
}
