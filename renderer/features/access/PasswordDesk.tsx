import { PasswordInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDesk } from '../../app/desk-context.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { askBy } from '../../components/password-asked.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CodeField, isWhole } from './CodeField.tsx'
import { useAlive } from './use-alive.ts'
import './access.css'

/** Asks for the password where main wants it once more, and says that somebody is at the keys. */
export function PasswordDesk({ children }: { children: ReactNode }) {
  const { start } = useDesk()
  const answer = useRef<((given: boolean) => void) | null>(null)
  const [asking, setAsking] = useState<{ readonly withCode: boolean } | null>(null)
  useAlive(start.guarded)
  useEffect(
    () =>
      askBy(
        withCode =>
          new Promise(resolve => {
            answer.current = resolve
            setAsking({ withCode })
          }),
      ),
    [],
  )
  const end = (given: boolean) => {
    setAsking(null)
    answer.current?.(given)
  }
  return (
    <>
      {children}
      {asking === null ? null : <AskedAgain withCode={asking.withCode} onEnd={end} />}
    </>
  )
}

function AskedAgain({ withCode, onEnd }: { withCode: boolean; onEnd: (given: boolean) => void }) {
  const { t } = useWords()
  const call = useCall()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const give = async () => {
    if ((await call.run(() => window.desk.accessConfirm(withCode ? { password, code } : { password }))) !== null)
      onEnd(true)
  }
  return (
    <Confirm
      title={t('access.confirm_title')}
      act={t('access.confirm_act')}
      call={call}
      allowed={password !== '' && (!withCode || isWhole(code))}
      onAct={() => void give()}
      onClose={() => onEnd(false)}
    >
      <form
        className="asked-again"
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
        {withCode ? <CodeField value={code} onChange={setCode} /> : null}
        <button type="submit" hidden />
      </form>
    </Confirm>
  )
}
