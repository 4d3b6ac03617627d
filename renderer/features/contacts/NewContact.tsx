import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DraftWriter } from '../register/draft-writer.ts'
import { ContactDialog } from './ContactDialog.tsx'
import type { LoggedContact } from './contact-day.ts'
import {
  CALL_CHANNEL,
  type ContactDraft,
  ContactForm,
  contactOf,
  emptyContact,
  encodeDraft,
  faultOfPhone,
} from './contact-form.ts'
import { CONTACT_KEY } from './contact-keys.ts'
import { useContactKeyAgain } from './use-contact-key.ts'
import { useContactWork, useOneRequest } from './use-contact-work.ts'
import { DRAFT_NAME } from './use-left-draft.ts'

interface Asked {
  readonly draft: ContactDraft
  /** It was left half-typed before. */
  readonly isResumed: boolean
  readonly onLogged: (contact: LoggedContact) => void
  readonly onAnew: () => void
  readonly onLeave: (draft: ContactDraft) => void
  readonly onForget: () => void
  readonly onClose: () => void
}

/**
 * A contact as it is told. The key pressed again records it as it stands: a call by two presses. Where an earlier one was
 * left half-typed, the two presses record a call of its own and leave the earlier as it was.
 */
export function NewContact(asked: Asked) {
  const { t } = useWords()
  const { start } = useDesk()
  const { draft, isResumed, onLogged, onLeave, onForget, onClose } = asked
  const form = useForm<ContactForm>({ defaultValues: draft.form })
  const work = useContactWork()
  const [isTold, setTold] = useState(false)
  const writer = useKeptContact(form, draft)
  const ownRequest = useOneRequest()
  const save = async () => {
    const typed = ContactForm.parse(form.getValues())
    setTold(true)
    if (faultOfPhone(typed) !== null || work.call.busy) return
    // A draft written after the contact was recorded would come back as one that was not.
    await writer.end()
    const logged = await work.log(draft.request, contactOf(typed))
    if (logged === null) {
      writer.goOn()
      return
    }
    onForget()
    onLogged(logged)
  }
  const logBeside = async () => {
    const blank = emptyContact(CALL_CHANNEL, start.user?.id ?? '')
    const logged = await work.log(ownRequest, contactOf(blank))
    if (logged === null) return
    onLeave({ request: draft.request, form: ContactForm.parse(form.getValues()) })
    onLogged(logged)
  }
  useContactKeyAgain(() => void (isResumed ? logBeside() : save()))
  const close = async () => {
    if (work.call.busy) return
    onClose()
    // What is written last is what is left, or its end.
    await writer.flush()
    onLeave({ request: draft.request, form: ContactForm.parse(form.getValues()) })
  }
  const anew = async () => {
    await writer.end()
    asked.onAnew()
  }
  return (
    <ContactDialog
      title={t('contact.title')}
      act={t('contact.save')}
      form={form}
      call={work.call}
      isTold={isTold}
      onSave={() => void save()}
      onClose={() => void close()}
    >
      {isResumed ? (
        <Notice tone="sky">
          {t('contact.resumed', { key: CONTACT_KEY })}{' '}
          <button type="button" className="link" onClick={() => void anew()}>
            {t('contact.anew')}
          </button>
        </Notice>
      ) : (
        <p className="mute">{t('contact.sentence', { key: CONTACT_KEY })}</p>
      )}
    </ContactDialog>
  )
}

/** Keeps what is typed as it is typed. */
function useKeptContact(form: ReturnType<typeof useForm<ContactForm>>, { request }: ContactDraft): DraftWriter {
  const [writer] = useState(
    () =>
      new DraftWriter({
        save: value => settled(window.desk.draftSave({ name: DRAFT_NAME, value })),
        later: (work, milliseconds) => window.setTimeout(work, milliseconds),
        onSaved: () => undefined,
      }),
  )
  useEffect(() => {
    const typed = form.watch(() => {
      writer.change(() => encodeDraft({ request, form: ContactForm.parse(form.getValues()) }))
    })
    return () => typed.unsubscribe()
  }, [form, writer, request])
  return writer
}
