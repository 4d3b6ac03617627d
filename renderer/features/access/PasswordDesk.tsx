import { PasswordInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDesk } from '../../app/desk-context.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { askBy } from '../../components/password-asked.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAlive } from './use-alive.ts'

/** Asks for the password where main wants it once more, and says that somebody is at the keys. */
export function PasswordDesk({ children }: { children: ReactNode }) {
  const { start } = useDesk()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const [isAsking, setAsking] = useState(false)
  useAlive(start.guarded)
  useEffect(
    () =>
      askBy(
        () =>
          new Promise(resolve => {
            answer.current = resolve
            setAsking(true)
          }),
      ),
    [],
  )
  const end = (given: boolean) => {
    setAsking(false)
    answer.current?.(given)
  }
  return (
    <>
      {children}
      {isAsking ? <AskedAgain onEnd={end} /> : null}
    </>
  )
}

function AskedAgain({ onEnd }: { onEnd: (given: boolean) => void }) {
  const { t } = useWords()
  const call = useCall()
  const [password, setPassword] = useState('')
  const give = async () => {
    if ((await call.run(() => window.desk.accessConfirm({ password }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.confirm_title')}
      act={t('access.confirm_act')}
      call={call}
      allowed={password !== ''}
      onAct={() => void give()}
      onClose={() => onEnd(false)}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          void give()
        }}
      >
        <PasswordInput
          label={t('lock.password')}
          description={t('access.confirm_why')}
          value={password}
          autoComplete="off"
          data-autofocus
          onChange={event => setPassword(event.currentTarget.value)}
        />
      </form>
    </Confirm>
  )
}
