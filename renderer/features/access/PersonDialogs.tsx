import { NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { UserRole } from '#shared/user/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Listed } from './AccessCard.tsx'
import { NewPasswordFields, usePasswords } from './NewPasswordFields.tsx'

interface Ended {
  readonly onEnd: (done: boolean) => void
}

/** Name, position in both languages and role, as typed. */
function useFacts(one: Listed | null) {
  const [facts, setFacts] = useState({
    name: one?.user.name ?? '',
    kk: one?.user.position.kk ?? '',
    ru: one?.user.position.ru ?? '',
    role: one?.user.role ?? ('clerk' as UserRole),
  })
  const ready = facts.name.trim() !== '' && facts.kk.trim() !== '' && facts.ru.trim() !== ''
  const given = { name: facts.name, position: { kk: facts.kk, ru: facts.ru }, role: facts.role }
  return { facts, ready, given, set: (part: Partial<typeof facts>) => setFacts({ ...facts, ...part }) }
}

function FactsFields({ facts, set }: Pick<ReturnType<typeof useFacts>, 'facts' | 'set'>) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        label={t('first.name')}
        value={facts.name}
        maxLength={120}
        data-autofocus
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('first.post_kk')}
        lang="kk"
        value={facts.kk}
        onChange={event => set({ kk: event.currentTarget.value })}
      />
      <TextInput
        label={t('first.post_ru')}
        lang="ru"
        value={facts.ru}
        onChange={event => set({ ru: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('first.role')}
        description={t(`role.may.${facts.role}`)}
        data={UserRole.options.map(role => ({ value: role, label: t(`role.${role}`) }))}
        value={facts.role}
        onChange={event => set({ role: UserRole.catch('clerk').parse(event.currentTarget.value) })}
      />
    </>
  )
}

export function AddPerson({ onEnd }: Ended) {
  const { t } = useWords()
  const call = useCall()
  const { facts, ready, given, set } = useFacts(null)
  const passwords = usePasswords()
  const add = async () => {
    const done = await call.run(() => window.desk.accessAdd({ ...given, password: passwords.password }))
    if (done !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.add')}
      act={t('access.add_act')}
      call={call}
      allowed={ready && passwords.ready}
      onAct={() => void add()}
      onClose={() => onEnd(false)}
    >
      <FactsFields facts={facts} set={set} />
      <p className="mute">{t('access.they_type')}</p>
      <NewPasswordFields passwords={passwords} />
    </Confirm>
  )
}

export function ChangePerson({ one, onEnd }: Ended & { one: Listed }) {
  const { t } = useWords()
  const call = useCall()
  const { facts, ready, given, set } = useFacts(one)
  const keep = async () => {
    if ((await call.run(() => window.desk.accessChange({ user: one.user.id, ...given }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={one.user.name}
      act={t('act.keep')}
      call={call}
      allowed={ready}
      onAct={() => void keep()}
      onClose={() => onEnd(false)}
    >
      <FactsFields facts={facts} set={set} />
    </Confirm>
  )
}

export function GivePassword({ one, onEnd }: Ended & { one: Listed }) {
  const { t } = useWords()
  const call = useCall()
  const passwords = usePasswords()
  const give = async () => {
    const asked = { user: one.user.id, password: passwords.password }
    if ((await call.run(() => window.desk.accessReset(asked))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.reset_title', { name: one.user.name })}
      act={t('act.keep')}
      call={call}
      allowed={passwords.ready}
      onAct={() => void give()}
      onClose={() => onEnd(false)}
    >
      <p className="mute">{t('access.they_type')}</p>
      <NewPasswordFields passwords={passwords} />
    </Confirm>
  )
}

export function OwnPassword({ onEnd }: Ended) {
  const { t } = useWords()
  const call = useCall()
  const passwords = usePasswords()
  const [password, setPassword] = useState('')
  const keep = async () => {
    const asked = { password, next: passwords.password }
    if ((await call.run(() => window.desk.accessPassword(asked))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.own_password')}
      act={t('act.keep')}
      call={call}
      allowed={password !== '' && passwords.ready}
      onAct={() => void keep()}
      onClose={() => onEnd(false)}
    >
      <PasswordInput
        label={t('access.present_password')}
        value={password}
        autoComplete="off"
        data-autofocus
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <NewPasswordFields passwords={passwords} />
    </Confirm>
  )
}

export function SuspendPerson({ one, onEnd }: Ended & { one: Listed }) {
  const { t } = useWords()
  const call = useCall()
  const suspend = async () => {
    if ((await call.run(() => window.desk.accessSuspend({ user: one.user.id }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.suspend_title', { name: one.user.name })}
      act={t('access.suspend')}
      call={call}
      danger
      onAct={() => void suspend()}
      onClose={() => onEnd(false)}
    >
      <p>{t('access.suspend_why')}</p>
    </Confirm>
  )
}
