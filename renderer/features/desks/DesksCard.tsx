import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { has } from '#shared/access/rights.ts'
import type { SyncStatus } from '#shared/sync/status.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { type Call, useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { AsideList } from './AsideList.tsx'
import { DeskList } from './DeskList.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ServerDialog } from './ServerDialog.tsx'
import { Standing } from './Standing.tsx'
import './desks.css'

/** The other desks of the office: the server they agree through, how the exchange stands, what is set aside. */
export function DesksCard() {
  const { t } = useWords()
  const call = useCall()
  const [status, setStatus] = useState<SyncStatus | null>(null)
  const [open, setOpen] = useState<'server' | 'leave' | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.syncState({}))
    if (got.ok) setStatus(got.value)
  }, [])
  useEffect(() => {
    void load()
    return window.desk.onSyncTold(() => void load())
  }, [load])
  if (status === null) return null
  const end = () => {
    setOpen(null)
    void load()
  }
  return (
    <Card title={t('desks.title')}>
      <div className="card-body stack">
        <Standing status={status} />
        <Buttons status={status} call={call} onOpen={setOpen} />
        <ErrorNotice error={call.error} />
        {status.desks.length > 1 || status.server !== null ? <DeskList desks={status.desks} /> : null}
        {status.aside.length === 0 ? null : <AsideList aside={status.aside} />}
      </div>
      {open === 'server' ? <ServerDialog status={status} onEnd={end} /> : null}
      {open === 'leave' ? <LeaveDialog onEnd={end} /> : null}
    </Card>
  )
}

function Buttons({
  status,
  call,
  onOpen,
}: {
  status: SyncStatus
  call: Call
  onOpen: (what: 'server' | 'leave') => void
}) {
  const { t } = useWords()
  const { start } = useDesk()
  const may = (right: 'work' | 'people') => !start.guarded || (start.user !== null && has(start.user.role, right))
  return (
    <div className="buttons">
      {status.server !== null && may('work') ? (
        <Button loading={call.busy} onClick={() => void call.run(() => window.desk.syncNow({}))}>
          {t('desks.now')}
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
