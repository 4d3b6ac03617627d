import { Button, Modal } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { ResultOf } from '#shared/ipc/contract.ts'
import type { FoundKeyAnswer, OwnKeyAsk } from '#shared/ipc/desks.ts'
import { settled } from '../../app/desk.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Late } from '../access/Late.tsx'
import { momentText } from '../backup/backup-words.ts'
import { areAllTyped, DigitsField } from '../parcels/DigitsField.tsx'
import '../parcels/parcels.css'

/** This desk asks for the changed key of the data: a request, its digits, the answer, and the digits of the giving desk. */
export function AskKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [found, setFound] = useState<FoundKeyAnswer | null>(null)
  const [taken, setTaken] = useState<ResultOf<'key.take'> | null>(null)
  if (taken !== null) return <Taken {...taken} />
  if (found !== null) return <Take found={found} onTaken={setTaken} onClose={onClose} />
  return <Ask onFound={setFound} onClose={onClose} />
}

/** The request that waits, asked again after another was written. */
function useAsked(): [OwnKeyAsk | null, () => Promise<void>] {
  const [asked, setAsked] = useState<OwnKeyAsk | null>(null)
  const load = useCallback(async () => {
    const state = await settled(window.desk.keyState({}))
    if (state.ok) setAsked(state.value.asked)
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  return [asked, load]
}

function Ask({
  onFound,
  onClose,
}: {
  readonly onFound: (found: FoundKeyAnswer) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const call = useCall()
  const [asked, load] = useAsked()
  const ask = async () => {
    const made = await call.run(() => window.desk.keyAsk({}))
    if (made?.state === 'saved') await load()
  }
  const open = async () => {
    const got = await call.run(() => window.desk.keyAnswer({}))
    if (got?.found) onFound(got.found)
  }
  return (
    <Confirm
      title={t('keyask.title')}
      act={t('keyask.open')}
      call={call}
      allowed={asked !== null}
      onAct={() => void open()}
      onClose={onClose}
    >
      <p>{t('keyask.why')}</p>
      <p>{t('keyask.step_ask')}</p>
      <div className="buttons">
        <Button variant={asked === null ? 'filled' : 'default'} loading={call.busy} onClick={() => void ask()}>
          {t(asked === null ? 'keyask.ask' : 'keyask.ask_again')}
        </Button>
      </div>
      {asked === null ? null : (
        <>
          <p>{t('keyask.asked', { when: momentText(asked.askedAt, words) })}</p>
          <p>{t('keyask.fingerprint')}</p>
          <p className="fingerprint">{asked.fingerprint}</p>
        </>
      )}
      <p>{t('keyask.step_open')}</p>
    </Confirm>
  )
}

/** The digits are typed and never shown here: what is typed comes from the other screen and not from this one. */
function Take({
  found,
  onTaken,
  onClose,
}: {
  readonly found: FoundKeyAnswer
  readonly onTaken: (taken: ResultOf<'key.take'>) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const call = useCall()
  const [digits, setDigits] = useState('')
  const take = async () => {
    const taken = await call.run(() => window.desk.keyTake({ from: found.from, digits }))
    if (taken !== null) onTaken(taken)
  }
  return (
    <Confirm
      title={t('keyask.title')}
      act={t('keyask.take')}
      call={call}
      allowed={areAllTyped(digits)}
      onAct={() => void take()}
      onClose={onClose}
    >
      <p>{t('keyask.from', { letter: found.letter ?? '?' })}</p>
      <p>{t('keyask.type')}</p>
      <DigitsField label={t('keyask.digits')} value={digits} onChange={setDigits} />
      <Notice tone="amber">{t('keyask.paper')}</Notice>
    </Confirm>
  )
}

/** The store worker holds the key of before until the page is loaded again: there is no other way on. */
function Taken({ copied, late }: ResultOf<'key.take'>) {
  const { t } = useWords()
  const call = useCall()
  const goOn = () => void call.run(() => window.desk.appReload({}))
  return (
    <Modal opened onClose={goOn} title={<b>{t('keyask.done')}</b>} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <div className="card-body">
        <p>{t('keyask.done_text')}</p>
        <p>{t('keyask.done_paper')}</p>
        <Late late={late} />
        <Notice tone={copied ? 'green' : 'red'}>{t(copied ? 'access.key_copied' : 'access.key_not_copied')}</Notice>
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button loading={call.busy} data-autofocus onClick={goOn}>
            {t('access.key_go_on')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
