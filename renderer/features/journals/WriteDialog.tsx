import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { TableForm } from '#shared/ipc/tables.ts'
import type { Result } from '#shared/result/result.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** What was chosen, and how the writing is watched. */
export interface Chosen {
  readonly form: TableForm
  readonly isFull: boolean
  readonly onRows: (count: number) => void
  readonly signal: AbortSignal
}

interface Asked {
  readonly title: string
  readonly sentence: string
  /** Whether there is anything that is masked. */
  readonly hasFull: boolean
  readonly write: (chosen: Chosen) => Promise<Result<Saved | null>>
  readonly onClose: () => void
}

/** Asks in what form a list is written, tells how far it is, and stops it. */
export function WriteDialog({ title, sentence, hasFull, write, onClose }: Asked) {
  const { t } = useWords()
  const call = useCall()
  const stopping = useRef(new AbortController())
  const [form, setForm] = useState<TableForm>('xlsx')
  const [isFull, setFull] = useState(false)
  const [count, setCount] = useState(0)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [isStopped, setStopped] = useState(false)
  const begin = async () => {
    const stop = new AbortController()
    stopping.current = stop
    setSaved(null)
    setStopped(false)
    setCount(0)
    const done = await call.run(() => write({ form, isFull, onRows: setCount, signal: stop.signal }))
    setSaved(done)
    setStopped(done === null && stop.signal.aborted)
  }
  const close = () => {
    stopping.current.abort()
    onClose()
  }
  return (
    <Modal opened onClose={close} title={<b>{title}</b>} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <div className="card-body">
        <p>{sentence}</p>
        <Radio.Group
          label={t('journals.write.form')}
          value={form}
          onChange={chosen => setForm(TableForm.catch(form).parse(chosen))}
        >
          <div className="card-body">
            {TableForm.options.map(one => (
              <Radio key={one} value={one} label={t(`journals.write.form.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        {hasFull ? (
          <Checkbox
            label={t('journals.write.full')}
            description={t('journals.write.full.sentence')}
            checked={isFull}
            onChange={event => setFull(event.currentTarget.checked)}
          />
        ) : null}
        {call.busy ? <p role="status">{t('journals.write.rows', { count })}</p> : null}
        {isStopped ? <Notice tone="sky">{t('journals.write.stopped')}</Notice> : null}
        <SavedNotice saved={saved} />
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button loading={call.busy} onClick={() => void begin()}>
            {t('journals.write.act')}
          </Button>
          {call.busy ? (
            <Button variant="default" onClick={() => stopping.current.abort()}>
              {t('journals.write.stop')}
            </Button>
          ) : (
            <Button variant="default" onClick={close}>
              {t('act.close')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}
