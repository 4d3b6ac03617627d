import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FoundInvitation, JoiningPerson } from '#shared/ipc/desks.ts'
import { DeskLetter } from '#shared/office/model.ts'
import { UserRole } from '#shared/user/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NewPasswordFields, usePasswords } from '../access/NewPasswordFields.tsx'

/** Choice of the list of people: nobody of the office. */
const NEW = ''

/** A person who is not of the office yet, as typed. */
interface Typed {
  readonly name: string
  readonly kk: string
  readonly ru: string
  readonly role: UserRole
}

/** Whether everything that is needed was typed. */
function personOf(known: string, { name, kk, ru, role }: Typed): JoiningPerson | null {
  if (known !== NEW) return { known }
  if ([name, kk, ru].some(text => text.trim() === '')) return null
  return { user: { name: name.trim(), position: { kk: kk.trim(), ru: ru.trim() }, role } }
}

/** The end of joining: the letter of this desk, who works at it, and a password where the office has them. */
export function JoinBegin({ found, onClose }: { readonly found: FoundInvitation; readonly onClose: () => void }) {
  const { t, pick } = useWords()
  const call = useCall()
  const passwords = usePasswords()
  const [letter, setLetter] = useState<string>(found.free ?? '')
  const [known, setKnown] = useState(NEW)
  const [typed, setTyped] = useState<Typed>({ name: '', kk: '', ru: '', role: 'clerk' })
  const [isDone, setDone] = useState(false)
  const person = personOf(known, typed)
  const chosen = DeskLetter.safeParse(letter)
  const isTaken = found.letters.some(one => one === letter)
  const begin = async () => {
    if (person === null || !chosen.success) return
    const password = found.guarded ? passwords.password : null
    const begun = await call.run(() => window.desk.joinBegin({ letter: chosen.data, person, password }))
    if (begun !== null) setDone(true)
  }
  const allowed = !isDone && person !== null && chosen.success && !isTaken && (!found.guarded || passwords.ready)
  return (
    <Confirm
      title={t('join.title')}
      act={t('join.begin')}
      call={call}
      allowed={allowed}
      onAct={() => void begin()}
      onClose={onClose}
    >
      <Notice tone="green">{t('join.found', { office: pick(found.office), count: found.records })}</Notice>
      {found.missing === 0 ? null : <Notice tone="amber">{t('join.missing', { count: found.missing })}</Notice>}
      {found.waiting === 0 ? null : <Notice tone="amber">{t('join.key_waits', { count: found.waiting })}</Notice>}
      <TextInput
        label={t('first.letter')}
        description={t('join.letters', { letters: found.letters.join(', ') })}
        maxLength={1}
        value={letter}
        error={isTaken ? t('error.join.letter_taken', { letter }) : null}
        onChange={event => setLetter(event.currentTarget.value.toUpperCase())}
      />
      <NativeSelect
        label={t('join.who')}
        data={[
          { value: NEW, label: t('join.new_person') },
          ...found.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={known}
        onChange={event => setKnown(event.currentTarget.value)}
      />
      {known === NEW ? <NewPerson typed={typed} onChange={setTyped} /> : null}
      {found.guarded ? (
        <>
          <p>{t('join.password')}</p>
          <NewPasswordFields passwords={passwords} />
        </>
      ) : null}
      {isDone ? <Notice tone="green">{t('join.restarting')}</Notice> : null}
    </Confirm>
  )
}

function NewPerson({ typed, onChange }: { readonly typed: Typed; readonly onChange: (typed: Typed) => void }) {
  const { t } = useWords()
  const text = (field: 'name' | 'kk' | 'ru') => ({
    value: typed[field],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ ...typed, [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput label={t('first.name')} withAsterisk maxLength={120} {...text('name')} />
      <TextInput label={t('first.post_kk')} lang="kk" withAsterisk maxLength={400} {...text('kk')} />
      <TextInput label={t('first.post_ru')} lang="ru" withAsterisk maxLength={400} {...text('ru')} />
      <NativeSelect
        label={t('first.role')}
        data={UserRole.options.map(role => ({ value: role, label: t(`role.${role}`) }))}
        value={typed.role}
        onChange={event => onChange({ ...typed, role: UserRole.catch('clerk').parse(event.currentTarget.value) })}
      />
    </>
  )
}
