import { Button, Modal, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { KeyReason } from '#shared/office/model.ts'
import { settled } from '../../app/desk.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Late } from './Late.tsx'
import { WritePaper } from './WritePaper.tsx'

const draw = () => window.desk.accessDrawKey({})

/** Another key of the data: why, its paper typed back, and what to do with the old paper. */
export function ChangeKey({ onEnd }: { onEnd: (done: boolean) => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState<KeyReason>('planned')
  const [isBegun, setBegun] = useState(false)
  const [changed, setChanged] = useState<ResultOf<'access.changeKey'> | null>(null)
  if (changed !== null) return <Changed copied={changed.copied} />
  if (!isBegun) {
    return <Why reason={reason} onReason={setReason} onBegin={() => setBegun(true)} onBack={() => onEnd(false)} />
  }
  return (
    <WritePaper
      title={t('access.key_title')}
      act={t('access.key_act')}
      why={t('access.key_write')}
      draw={draw}
      write={paper => window.desk.accessChangeKey({ paper, reason })}
      told={({ late }) => <Late late={late} />}
      onWritten={setChanged}
      onBack={() => onEnd(false)}
    />
  )
}

function Why({
  reason,
  onReason,
  onBegin,
  onBack,
}: {
  reason: KeyReason
  onReason: (reason: KeyReason) => void
  onBegin: () => void
  onBack: () => void
}) {
  const { t } = useWords()
  const call = useCall()
  return (
    <Confirm title={t('access.key_title')} act={t('access.key_begin')} call={call} onAct={onBegin} onClose={onBack}>
      <p>{t('access.key_does')}</p>
      <Notice tone="amber">{t('access.key_not')}</Notice>
      <p>{t('access.key_paper')}</p>
      <NativeSelect
        label={t('access.key_reason')}
        data={KeyReason.options.map(one => ({ value: one, label: t(`access.key_reason.${one}`) }))}
        value={reason}
        onChange={event => onReason(KeyReason.catch(reason).parse(event.currentTarget.value))}
      />
    </Confirm>
  )
}

/** Whether the office has other desks at work: the new key is to be brought to them. */
function useOtherDesks(): boolean {
  const [hasOthers, setHasOthers] = useState(false)
  useEffect(() => {
    void settled(window.desk.parcelState({})).then(state => {
      if (state.ok) setHasOthers(state.value.desks.some(({ isOwn, retired }) => !isOwn && retired === null))
    })
  }, [])
  return hasOthers
}

/** The store worker holds the key of before until the page is loaded again: there is no other way on. */
function Changed({ copied }: ResultOf<'access.changeKey'>) {
  const { t } = useWords()
  const call = useCall()
  const hasOthers = useOtherDesks()
  const goOn = () => void call.run(() => window.desk.appReload({}))
  return (
    <Modal
      opened
      onClose={goOn}
      title={<b>{t('access.key_done')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        <p>{t('access.key_done_paper')}</p>
        {hasOthers ? <Notice tone="amber">{t('access.key_desks')}</Notice> : null}
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
