import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice } from './Notice.tsx'
import type { Call } from './use-call.ts'

interface Asked {
  readonly title: string
  readonly act: string
  readonly call: Call
  readonly allowed?: boolean
  readonly danger?: boolean
  /** Width, pixels, where the usual one is too narrow. */
  readonly size?: number
  /** What leads back, where it is not the usual word. */
  readonly cancel?: string
  /** The act has the focus from the first: it takes nothing away. */
  readonly ready?: boolean
  readonly onAct: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before an act that cannot simply be done again. The error of the act is told here, beside its button. */
export function Confirm(asked: Asked) {
  const {
    title,
    act,
    call,
    allowed = true,
    danger = false,
    size,
    cancel,
    ready = false,
    onAct,
    onClose,
    children,
  } = asked
  const { t } = useWords()
  return (
    <Modal
      opened
      {...(size === undefined ? {} : { size })}
      onClose={onClose}
      title={<b>{title}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        {children}
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button
            {...(danger ? { color: 'red.9' } : {})}
            loading={call.busy}
            disabled={!allowed}
            onClick={onAct}
            {...(ready ? { 'data-autofocus': true } : {})}
          >
            {act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {cancel ?? t('act.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
