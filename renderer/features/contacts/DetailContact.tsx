import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useWords } from '../../i18n/use-words.ts'
import { ContactDialog } from './ContactDialog.tsx'
import type { LoggedContact } from './contact-day.ts'
import { ContactForm, contactOf, faultOfPhone, formOfContact } from './contact-form.ts'
import { useContactWork } from './use-contact-work.ts'

interface Asked {
  readonly contact: LoggedContact
  readonly onDone: (contact: LoggedContact) => void
  readonly onClose: () => void
}

/** A contact recorded before, put in detail. */
export function DetailContact({ contact, onDone, onClose }: Asked) {
  const { t } = useWords()
  const form = useForm<ContactForm>({ defaultValues: formOfContact(contact) })
  const work = useContactWork()
  const [isTold, setTold] = useState(false)
  const save = async () => {
    const typed = ContactForm.parse(form.getValues())
    setTold(true)
    if (faultOfPhone(typed) !== null) return
    const detailed = await work.detail(contact, contactOf(typed))
    if (detailed !== null) onDone(detailed)
  }
  return (
    <ContactDialog
      title={t('contact.detail')}
      act={t('act.keep')}
      form={form}
      call={work.call}
      isTold={isTold}
      onSave={() => void save()}
      onClose={onClose}
    />
  )
}
