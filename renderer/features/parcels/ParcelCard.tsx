import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { ParcelState } from '#shared/ipc/desks.ts'
import { settled } from '../../app/desk.ts'
import { useJournalMoved } from '../../app/use-journal-moved.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'
import { ParcelProgress } from './ParcelProgress.tsx'
import { TakeParcel } from './TakeParcel.tsx'
import './parcels.css'

/** Files between the desks of the office: what is new is written, others' are taken in. */
export function ParcelCard() {
  const { t } = useWords()
  const call = useCall()
  const [state, setState] = useState<ParcelState | null>(null)
  const [isTaking, setTaking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.parcelState({}))
    if (got.ok) setState(got.value)
  }, [])
  useJournalMoved(load)
  if (state === null) return null
  const write = async (whole: boolean) => {
    setSaid(null)
    const made = await call.run(() => window.desk.parcelWrite({ whole }))
    if (made?.state === 'saved') setSaid(t('parcel.written', { file: made.fileName, count: made.records }))
    await load()
  }
  const close = () => {
    setTaking(false)
    void load()
  }
  return (
    <Card title={t('desks.files')}>
      <div className="card-body stack">
        <p className="mute">{t('desks.files.why')}</p>
        <Standing state={state} />
        <div className="buttons">
          <Button loading={call.busy} onClick={() => void write(false)}>
            {t('parcel.write')}
          </Button>
          <Button variant="default" disabled={call.busy} onClick={() => setTaking(true)}>
            {t('parcel.take')}
          </Button>
          <Button variant="default" disabled={call.busy} onClick={() => void write(true)}>
            {t('parcel.write_all')}
          </Button>
        </div>
        {call.busy ? <ParcelProgress /> : null}
        {said === null ? null : <Notice tone="green">{said}</Notice>}
        <ErrorNotice error={call.error} />
      </div>
      {isTaking ? <TakeParcel desks={state.desks} onClose={close} /> : null}
    </Card>
  )
}

function Standing({ state }: { state: ParcelState }) {
  const words = useWords()
  const { t } = words
  const { fresh, written, taken } = state
  return (
    <div>
      <div>{t('parcel.fresh', { count: fresh })}</div>
      {written === null ? null : (
        <div className="mute">{t('parcel.written_at', { when: momentText(written, words) })}</div>
      )}
      {taken === null ? null : <div className="mute">{t('parcel.taken_at', { when: momentText(taken, words) })}</div>}
    </div>
  )
}
