import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { NewPassword } from '#shared/ipc/access.ts'
import { useWords } from '../../i18n/use-words.ts'

/** A new password and the same once more. `ready`: long enough, and both alike. */
export interface Passwords {
  readonly password: string
  readonly again: string
  readonly ready: boolean
  readonly set: (part: { password?: string; again?: string }) => void
}

export function usePasswords(): Passwords {
  const [typed, setTyped] = useState({ password: '', again: '' })
  return {
    ...typed,
    ready: NewPassword.safeParse(typed.password).success && typed.password === typed.again,
    set: part => setTyped({ ...typed, ...part }),
  }
}

export function NewPasswordFields({ passwords }: { passwords: Passwords }) {
  const { t } = useWords()
  const { password, again, set } = passwords
  const isShort = password !== '' && !NewPassword.safeParse(password).success
  return (
    <>
      <PasswordInput
        label={t('access.new_password')}
        description={t('access.new_password_how')}
        value={password}
        autoComplete="off"
        error={isShort ? t('access.too_short') : null}
        onChange={event => set({ password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('access.again')}
        value={again}
        autoComplete="off"
        error={again !== '' && again !== password ? t('access.not_alike') : null}
        onChange={event => set({ again: event.currentTarget.value })}
      />
    </>
  )
}
