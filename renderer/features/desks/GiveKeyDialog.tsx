import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '#shared/ipc/contract.ts'
import type { FoundKeyAsk } from '#shared/ipc/desks.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'
import { deskName } from '../parcels/desk-words.ts'
import '../parcels/parcels.css'

type Given = Extract<ResultOf<'key.give'>, { state: 'saved' }>

/** The key of the data goes to a desk that asks: its request opened, its digits compared, the answer written, its digits told. */
export function GiveKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [asked, setAsked] = useState<FoundKeyAsk | null>(null)
  const [isSame, setSame] = useState(false)
  const [given, setGiven] = useState<Given | null>(null)
  const open = async () => {
    const got = await call.run(() => window.desk.keyRequest({}))
    if (got?.asked) setAsked(got.asked)
  }
  const give = async ({ installation }: FoundKeyAsk) => {
    const made = await call.run(() => window.desk.keyGive({ installation }))
    if (made?.state === 'saved') setGiven(made)
  }
  if (given !== null) return <Written given={given} onClose={onClose} />
  return (
    <Confirm
      title={t('desks.key_give')}
      act={t(asked === null ? 'keygive.open' : 'keygive.write')}
      call={call}
      allowed={asked === null || isSame}
      onAct={() => void (asked === null ? open() : give(asked))}
      onClose={onClose}
    >
      {asked === null ? (
        <p>{t('keygive.how')}</p>
      ) : (
        <>
          <Asking asked={asked} />
          <p className="fingerprint">{asked.fingerprint}</p>
          <p>{t('keygive.compare')}</p>
          <Checkbox
            label={t('keygive.same')}
            checked={isSame}
            onChange={event => setSame(event.currentTarget.checked)}
          />
        </>
      )}
    </Confirm>
  )
}

/** The digits of the answer are told here alone: nothing but its buttons closes it. */
function Written({ given, onClose }: { readonly given: Given; readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={<b>{t('desks.key_give')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        <Notice tone="green">{t('keygive.written', { file: given.fileName })}</Notice>
        <p>{t('keygive.say')}</p>
        <p className="fingerprint">{given.fingerprint}</p>
        <Notice tone="amber">{t('keygive.keep')}</Notice>
        <div className="buttons">
          <Button onClick={onClose}>{t('act.close')}</Button>
        </div>
      </div>
    </Modal>
  )
}

/** Which desk it is as its own records tell it here, and who asked. */
function Asking({ asked: { letter, since, who, askedAt } }: { readonly asked: FoundKeyAsk }) {
  const words = useWords()
  const { t } = words
  const when = momentText(askedAt, words)
  return (
    <div>
      <b>{deskName({ letter }, words)}</b>
      <div className="mute">{t('keygive.since', { when: momentText(since, words) })}</div>
      <div>{who === null ? t('keygive.nobody', { when }) : t('keygive.who', { name: who, when })}</div>
    </div>
  )
}
