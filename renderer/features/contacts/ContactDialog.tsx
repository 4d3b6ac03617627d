import { Button, Modal } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { ErrorNotice } from '../../components/Notice.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ContactFieldset } from './ContactFieldset.tsx'
import type { ContactForm } from './contact-form.ts'
import { saves } from './contact-keys.ts'

interface Asked {
  readonly title: string
  readonly act: string
  readonly form: UseFormReturn<ContactForm>
  readonly call: Call
  /** The faults of the form are told: it was tried to save it. */
  readonly isTold: boolean
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** The form of a contact. Its keys are its own: the screen behind hears none of them. */
export function ContactDialog({ title, act, form, call, isTold, onSave, onClose, children }: Asked) {
  const { t } = useWords()
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    // The dialog itself listens for this one: it keeps the focus inside.
    if (event.key !== 'Tab') event.stopPropagation()
    if (!saves(event.nativeEvent, placeOf(event.target))) return
    event.preventDefault()
    if (!event.repeat) onSave()
  }
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={<b>{title}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      onKeyDown={pressed}
    >
      <form className="card-body contact" noValidate onSubmit={event => event.preventDefault()}>
        {children}
        <ContactFieldset form={form} isTold={isTold} />
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button loading={call.busy} aria-keyshortcuts="Control+Enter" onClick={onSave}>
            {act} <kbd className="on-button">Enter</kbd>
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('act.close')} <kbd className="beside-word">Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function placeOf(target: EventTarget): 'line' | 'lines' | 'button' {
  if (target instanceof HTMLTextAreaElement) return 'lines'
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? 'line' : 'button'
}
