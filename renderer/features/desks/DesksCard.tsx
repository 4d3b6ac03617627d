import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { has } from '#shared/access/rights.ts'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import type { SyncStatus } from '#shared/sync/status.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useJournalMoved } from '../../app/use-journal-moved.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { type Call, useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { InviteDialog } from '../parcels/InviteDialog.tsx'
import { RetireDialog } from '../parcels/RetireDialog.tsx'
import { AsideList } from './AsideList.tsx'
import { AskKeyDialog } from './AskKeyDialog.tsx'
import { AskServerDialog } from './AskServerDialog.tsx'
import { DeskList } from './DeskList.tsx'
import { GiveKeyDialog } from './GiveKeyDialog.tsx'
import { GoOnDialog } from './GoOnDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { LetterTaken } from './LetterTaken.tsx'
import { ServerDialog } from './ServerDialog.tsx'
import { Standing } from './Standing.tsx'
import './desks.css'

/** What is open over the card; a desk: it is to be retired. */
type Open = 'server' | 'ask' | 'leave' | 'invite' | 'goOn' | 'askKey' | 'giveKey' | OfficeDesk | null

interface State {
  readonly status: SyncStatus
  readonly desks: readonly OfficeDesk[]
  readonly isBehind: boolean
}

/** The desks of the office: who they are, the server they agree through, how the exchange stands, what is set aside. */
export function DesksCard() {
  const { t } = useWords()
  const call = useCall()
  const may = useRight()
  const [state, load] = useDesks()
  const [open, setOpen] = useState<Open>(null)
  if (state === null) return null
  const { status, desks, isBehind } = state
  const end = () => {
    setOpen(null)
    load()
  }
  return (
    <Card title={t('desks.title')}>
      <div className="card-body stack">
        <Standing status={status} />
        <Buttons status={status} call={call} onOpen={setOpen} />
        <ErrorNotice error={call.error} />
        {status.isLetterTaken ? <LetterTaken status={status} may={may('office')} /> : null}
        {isBehind ? <Behind onGoOn={may('people') ? () => setOpen('goOn') : null} /> : null}
        {waitsForKey(status) ? <Notice tone="amber">{t('desks.key_waits')}</Notice> : null}
        <DeskList desks={desks} exchange={status.desks} onRetire={may('people') ? setOpen : null} />
        {may('people') ? <OfDesks waits={waitsForKey(status)} onOpen={setOpen} /> : null}
        {status.aside.length === 0 ? null : <AsideList aside={status.aside} />}
      </div>
      {open === 'server' ? <ServerDialog status={status} onEnd={end} /> : null}
      {open === 'ask' ? <AskServerDialog onEnd={end} /> : null}
      {open === 'goOn' ? <GoOnDialog hasServer={status.server !== null} onClose={end} /> : null}
      {open === 'leave' ? <LeaveDialog onEnd={end} /> : null}
      {open === 'askKey' ? <AskKeyDialog onClose={end} /> : null}
      {open === 'giveKey' ? <GiveKeyDialog onClose={end} /> : null}
      {open === 'invite' ? <InviteDialog onClose={end} /> : null}
      {open !== null && typeof open === 'object' ? <RetireDialog desk={open} onClose={end} /> : null}
    </Card>
  )
}

/** Whether records of another desk wait for a key that was changed there. */
function waitsForKey({ desks }: SyncStatus): boolean {
  return desks.some(({ why }) => why === 'other_key')
}

/** What is done with other desks by a file: a new one joins, the changed key is asked for or given. */
function OfDesks({
  waits,
  onOpen,
}: {
  readonly waits: boolean
  readonly onOpen: (what: 'invite' | 'askKey' | 'giveKey') => void
}) {
  const { t } = useWords()
  return (
    <div className="buttons">
      <Button variant="default" onClick={() => onOpen('invite')}>
        {t('invite.button')}
      </Button>
      <Button variant={waits ? 'filled' : 'default'} onClick={() => onOpen('askKey')}>
        {t('desks.key_ask')}
      </Button>
      <Button variant="default" onClick={() => onOpen('giveKey')}>
        {t('desks.key_give')}
      </Button>
    </div>
  )
}

/** Others have more of this desk's records than it has, or others: what that means, and what is to be pressed. */
function Behind({ onGoOn }: { readonly onGoOn: (() => void) | null }) {
  const { t } = useWords()
  return (
    <>
      <Notice tone="amber">{t('desks.behind')}</Notice>
      {onGoOn === null ? null : (
        <div className="buttons">
          <Button onClick={onGoOn}>{t('desks.go_on')}</Button>
        </div>
      )}
    </>
  )
}

/** The exchange and the desks, asked again whenever either moves. */
function useDesks(): [State | null, () => void] {
  const [state, setState] = useState<State | null>(null)
  const load = useCallback(async () => {
    const [status, parcels] = await Promise.all([
      settled(window.desk.syncState({})),
      settled(window.desk.parcelState({})),
    ])
    if (status.ok && parcels.ok)
      setState({ status: status.value, desks: parcels.value.desks, isBehind: parcels.value.isBehind })
  }, [])
  useJournalMoved(load)
  useEffect(() => window.desk.onSyncTold(() => void load()), [load])
  return [state, () => void load()]
}

function useRight(): (right: 'work' | 'people' | 'office') => boolean {
  const { start } = useDesk()
  return right => !start.guarded || (start.user !== null && has(start.user.role, right))
}

function Buttons({
  status,
  call,
  onOpen,
}: {
  readonly status: SyncStatus
  readonly call: Call
  readonly onOpen: (what: 'server' | 'ask' | 'leave') => void
}) {
  const { t } = useWords()
  const may = useRight()
  return (
    <div className="buttons">
      {status.server !== null && may('work') ? (
        <Button loading={call.busy} onClick={() => void call.run(() => window.desk.syncNow({}))}>
          {t('desks.now')}
        </Button>
      ) : null}
      {may('people') ? (
        <Button variant="default" onClick={() => onOpen('ask')}>
          {t('desks.ask.button')}
        </Button>
      ) : null}
      {may('people') ? (
        <Button variant="default" onClick={() => onOpen('server')}>
          {t(status.server === null ? 'desks.set' : 'desks.change')}
        </Button>
      ) : null}
      {status.server !== null && may('people') ? (
        <Button variant="default" onClick={() => onOpen('leave')}>
          {t('desks.leave')}
        </Button>
      ) : null}
    </div>
  )
}
