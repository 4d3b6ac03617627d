import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useDesk } from '../../app/desk-context.ts'
import { newRequestId } from '../../components/request-id.ts'
import { ContactSaid, type Said } from './ContactSaid.tsx'
import type { LoggedContact } from './contact-day.ts'
import { CALL_CHANNEL, type ContactDraft, emptyContact } from './contact-form.ts'
import { ContactsContext } from './contacts-context.ts'
import { DetailContact } from './DetailContact.tsx'
import { NewContact } from './NewContact.tsx'
import { TakeBackContact } from './TakeBackContact.tsx'
import { useContactKey } from './use-contact-key.ts'
import { useLeftDraft } from './use-left-draft.ts'

type Asked =
  | { readonly kind: 'new'; readonly draft: ContactDraft; readonly isResumed: boolean }
  | { readonly kind: 'detail' | 'take_back'; readonly contact: LoggedContact }

/** Contacts that end without an application, within reach of every screen (clauses 36, 37). */
export function ContactDesk({ children }: { children: ReactNode }) {
  const { start } = useDesk()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const { isLeft, isUnread, get, leave, forget } = useLeftDraft()
  const user = start.user?.id ?? ''

  // What was said of the contact before is over once another is asked about.
  const ask = useCallback((next: Asked) => {
    setSaid(null)
    setAsked(next)
  }, [])
  const open = useCallback(
    async (channel: string, note = '') => {
      const left = await get()
      const draft = left ?? { request: newRequestId(), form: { ...emptyContact(channel, user), note } }
      ask({ kind: 'new', draft, isResumed: left !== null })
    },
    [get, user, ask],
  )
  useContactKey(() => void open(CALL_CHANNEL))
  const contacts = useMemo(
    () => ({
      isLeft,
      isUnread,
      open: (channel: string, note?: string) => void open(channel, note),
      detail: (contact: LoggedContact) => ask({ kind: 'detail', contact }),
      takeBack: (contact: LoggedContact) => ask({ kind: 'take_back', contact }),
    }),
    [isLeft, isUnread, open, ask],
  )
  const isNew = asked?.kind === 'new'
  const anew = () => {
    forget()
    const draft = { request: newRequestId(), form: emptyContact(CALL_CHANNEL, user) }
    setAsked({ kind: 'new', isResumed: false, draft })
  }
  const close = () => setAsked(null)
  const done = (now: Said) => {
    setSaid(now)
    close()
  }
  return (
    <ContactsContext value={contacts}>
      {children}
      {isNew ? (
        <NewContact
          key={asked.draft.request}
          {...asked}
          onLogged={contact => done({ what: 'logged', contact })}
          onAnew={anew}
          onLeave={leave}
          onForget={forget}
          onClose={close}
        />
      ) : null}
      {asked === null || isNew ? null : <AskedOfLogged {...asked} onDone={done} onClose={close} />}
      <div role="status">{said === null ? null : <ContactSaid said={said} onClose={() => setSaid(null)} />}</div>
    </ContactsContext>
  )
}

interface OfLogged {
  readonly kind: 'detail' | 'take_back'
  readonly contact: LoggedContact
  readonly onDone: (said: Said) => void
  readonly onClose: () => void
}

function AskedOfLogged({ kind, contact, onDone, onClose }: OfLogged) {
  if (kind === 'take_back') {
    const done = () => onDone({ what: 'taken_back', contact: null })
    return <TakeBackContact contact={contact} onDone={done} onClose={onClose} />
  }
  const done = (detailed: LoggedContact) => onDone({ what: 'detailed', contact: detailed })
  return <DetailContact contact={contact} onDone={done} onClose={onClose} />
}
