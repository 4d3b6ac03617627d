import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { FoundRequest } from '#shared/ipc/desks.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ParcelProgress } from './ParcelProgress.tsx'

/** An administrator lets a computer in: its request opened, its digits compared by eye, the invitation written. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [asked, setAsked] = useState<FoundRequest | null>(null)
  const [isSame, setSame] = useState(false)
  const [answered, setAnswered] = useState(false)
  const [data, setData] = useState(true)
  const [said, setSaid] = useState<string | null>(null)
  const open = async () => {
    const got = await call.run(() => window.desk.inviteOpen({}))
    if (!got?.asked) return
    setAsked(got.asked)
    setAnswered(got.answered)
    setData(!got.answered)
  }
  const write = async () => {
    const made = await call.run(() => window.desk.inviteWrite({ data }))
    if (made?.state !== 'saved') return
    const { fileName: file, records: count } = made
    setSaid(data ? t('invite.written', { file, count }) : t('invite.written_alone', { file }))
  }
  if (said !== null) {
    return (
      <Confirm title={t('invite.title')} act={t('act.close')} call={call} ready onAct={onClose} onClose={onClose}>
        <Notice tone="green">{said}</Notice>
        <Notice tone="amber">{t('join.plain')}</Notice>
      </Confirm>
    )
  }
  return (
    <Confirm
      title={t('invite.title')}
      act={asked === null ? t('invite.open') : t('invite.write')}
      call={call}
      allowed={asked === null || isSame}
      onAct={() => void (asked === null ? open() : write())}
      onClose={onClose}
    >
      {asked === null ? (
        <p>{t('invite.how')}</p>
      ) : (
        <>
          <p>{t('invite.name', { name: asked.name })}</p>
          <p className="fingerprint">{asked.fingerprint}</p>
          <p>{t('invite.compare')}</p>
          <Checkbox
            label={t('invite.same')}
            checked={isSame}
            onChange={event => setSame(event.currentTarget.checked)}
          />
          {answered ? <Notice tone="green">{t('invite.answered')}</Notice> : null}
          <Checkbox label={t('invite.data')} checked={data} onChange={event => setData(event.currentTarget.checked)} />
          {data || answered ? null : <Notice tone="amber">{t('invite.no_data')}</Notice>}
        </>
      )}
      {call.busy ? <ParcelProgress /> : null}
    </Confirm>
  )
}
