import { useEffect, useEffectEvent, useState } from 'react'
import { goTo, SCREENS } from '../../app/route.ts'
import { Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DraftTabs } from './DraftTabs.tsx'
import { handedInDraft, type InRoom } from './handed-in.ts'
import { type Registered, RegisteredPanel } from './RegisteredPanel.tsx'
import { RegistrationForm } from './RegistrationForm.tsx'
import { type Draft, subjectOf } from './register-draft.ts'
import type { RegisterValues } from './register-values.ts'
import { type Drafts, useDrafts } from './use-drafts.ts'
import { useInRoom } from './use-handed-in.ts'
import { useCommands } from './use-register-commands.ts'

/** New registrations, one after another; several may be begun at once. */
export function RegisterDesk({ reception }: { reception: string | undefined }) {
  const { language } = useWords()
  const drafts = useDrafts(language)
  const inRoom = useInRoom(reception)
  if (drafts === null || inRoom === undefined) return null
  return <OpenDrafts drafts={drafts} inRoom={inRoom} />
}

function OpenDrafts({ drafts, inRoom }: { drafts: Drafts; inRoom: InRoom | null }) {
  useHandedIn(drafts, inRoom)
  const [done, setDone] = useState<(Registered & { readonly name: string }) | null>(null)
  const next = () => {
    if (done === null) return
    drafts.next(done.name, done.values.registration.channel)
    setDone(null)
  }
  useScreenKey(next)
  if (done !== null) return <RegisteredPanel done={done} onNext={next} />
  const { name, draft } = drafts.active
  const told = (registered: Registered) => setDone({ ...registered, name })
  return <OneDraft key={`${name} ${draft.request}`} drafts={drafts} onDone={told} />
}

/** Begins what is handed in during a reception; the address is that of the screen again, so that it is begun once. */
function useHandedIn(drafts: Drafts, inRoom: InRoom | null): void {
  const begin = useEffectEvent((found: InRoom) => {
    drafts.begin(handedInDraft(newRequestId(), found))
    goTo('register')
  })
  useEffect(() => {
    if (inRoom !== null) begin(inRoom)
  }, [inRoom])
}

const SCREEN_KEY = `Digit${SCREENS.indexOf('register') + 1}`

/** The key of this screen, pressed on it: the address stays, so nobody else hears of it. */
function useScreenKey(act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey && !event.altKey && !event.shiftKey && event.code === SCREEN_KEY) act()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}

function OneDraft({ drafts, onDone }: { drafts: Drafts; onDone: (done: Registered) => void }) {
  const { t } = useWords()
  const store = useStore()
  const call = useCall()
  const { active } = drafts
  useDraftKeys(drafts, call.busy)
  const send = async (values: RegisterValues, draft: Draft, incomplete: boolean): Promise<boolean> => {
    const { registration, personal } = values
    const { request } = draft
    const asked = { request, registration, personal, subject: subjectOf(draft), draft: active.name, incomplete }
    const registered = await call.run(async () => {
      const result = await window.desk.applicationRegister(asked)
      if (result.ok) await store.caughtUp(result.value.action.id)
      return result
    })
    if (registered === null) return false
    onDone({ ...registered, values })
    return true
  }
  const anew = (end: () => void) => {
    if (call.busy) return
    // Main takes what it is asked in turn: a write sent before is dropped with the rest, and none comes after.
    end()
    drafts.anew()
  }
  const head = (now: Draft, end: () => void) => (
    <>
      <div className="screen-head">
        <h1>{t('nav.register')}</h1>
        <DraftTabs drafts={drafts} now={now} busy={call.busy} />
      </div>
      {drafts.unread === 0 ? null : <Notice tone="sky">{t('register.drafts.unread', { count: drafts.unread })}</Notice>}
      {active.resumed ? (
        <Notice tone="sky">
          {t('register.resumed')}{' '}
          <button type="button" className="link" onClick={() => anew(end)}>
            {t('register.anew')}
          </button>
        </Notice>
      ) : null}
    </>
  )
  return (
    <RegistrationForm
      name={active.name}
      draft={active.draft}
      onKeep={drafts.keep}
      act="register.save"
      call={call}
      onSend={send}
      head={head}
    />
  )
}

/** Keys that lead from one registration to another. */
function useDraftKeys(drafts: Drafts, busy: boolean): void {
  useCommands(command => {
    if (busy) return false
    const at = drafts.slots.findIndex(slot => slot.name === drafts.active.name)
    const step = { nextDraft: 1, draftBefore: -1 }[command.kind as string]
    if (command.kind === 'aside') drafts.aside()
    else if (step !== undefined) {
      const next = drafts.slots[(at + step + drafts.slots.length) % drafts.slots.length]
      if (next !== undefined && next.name !== drafts.active.name) drafts.goTo(next.name)
    } else return false
    return true
  })
}
