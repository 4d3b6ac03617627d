import { Button, NativeSelect, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { BrandMark } from '../../app/BrandMark.tsx'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NewPasswordFields, usePasswords } from './NewPasswordFields.tsx'
import { PaperField } from './PaperField.tsx'
import { PinField } from './PinField.tsx'
import './access.css'

/** Before anybody has entered: who it is, and the password. Nothing of the desk's data stands on this page. */
export function LockScreen() {
  const { t, language } = useWords()
  const { start } = useDesk()
  const [user, setUser] = useState(start.people[0]?.id ?? '')
  const [way, setWay] = useState<'usual' | 'password' | 'paper'>('usual')
  const hasPin = start.people.find(({ id }) => id === user)?.pin === true
  const isPaper = way === 'paper'
  const isPin = way === 'usual' && hasPin
  const people = start.people.map(({ id, name, position }) => ({ value: id, label: `${name}, ${position[language]}` }))
  return (
    <main className="alone">
      <header className="alone-top">
        <BrandMark />
        <LanguageSwitch />
      </header>
      <section className="lock card" aria-labelledby="lock-title">
        <h1 id="lock-title">{t('lock.title')}</h1>
        <NativeSelect
          label={t('lock.who')}
          data={people}
          value={user}
          onChange={event => setUser(event.currentTarget.value)}
        />
        {isPaper ? <ByPaper user={user} /> : null}
        {isPin ? <ByPin key={user} user={user} /> : null}
        {isPaper || isPin ? null : <ByPassword key={user} user={user} />}
        <button type="button" className="link" onClick={() => setWay(isPaper || isPin ? 'password' : 'paper')}>
          {t(isPaper || isPin ? 'lock.by_password' : 'lock.by_paper')}
        </button>
      </section>
    </main>
  )
}

function ByPassword({ user }: { user: string }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const enter = useEntering(() => window.desk.accessEnter({ user, password }))
  return (
    <form className="stack" onSubmit={enter.onSubmit}>
      <PasswordInput
        label={t('lock.password')}
        value={password}
        autoComplete="off"
        autoFocus
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <ErrorNotice error={enter.error} />
      <Button type="submit" size="md" loading={enter.busy} disabled={password === ''}>
        {t('lock.enter')}
      </Button>
    </form>
  )
}

/** Back to a desk one has opened by the password in this run. */
function ByPin({ user }: { user: string }) {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const enter = useEntering(() => window.desk.accessByPin({ user, pin }))
  return (
    <form className="stack" onSubmit={enter.onSubmit}>
      <PinField label={t('lock.pin')} value={pin} onChange={setPin} />
      <ErrorNotice error={enter.error} />
      <Button type="submit" size="md" loading={enter.busy} disabled={pin.length !== 6}>
        {t('lock.enter')}
      </Button>
    </form>
  )
}

/** Somebody who forgot the password, with the paper key in hand. */
function ByPaper({ user }: { user: string }) {
  const { t } = useWords()
  const [paper, setPaper] = useState('')
  const passwords = usePasswords()
  const enter = useEntering(() => window.desk.accessByPaper({ user, paper, password: passwords.password }))
  return (
    <form className="stack" onSubmit={enter.onSubmit}>
      <p className="mute">{t('lock.paper_why')}</p>
      <PaperField value={paper} onChange={setPaper} />
      <NewPasswordFields passwords={passwords} />
      <ErrorNotice error={enter.error} />
      <Button type="submit" size="md" loading={enter.busy} disabled={paper === '' || !passwords.ready}>
        {t('lock.enter')}
      </Button>
    </form>
  )
}

/** Enters, and shows the desk as main says it stands then. */
function useEntering(ask: () => ReturnType<typeof window.desk.accessEnter>) {
  const { adopt } = useDesk()
  const call = useCall()
  return {
    ...call,
    onSubmit(event: { preventDefault(): void }) {
      event.preventDefault()
      void call.run(ask).then(async entered => {
        if (entered === null) return
        const started = await settled(window.desk.appStart({}))
        if (started.ok) adopt(started.value)
      })
    },
  }
}
