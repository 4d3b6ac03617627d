import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { RecoveryPerson } from '#shared/recovery/model.ts'
import { ErrorNotice } from '../components/Notice.tsx'
import { useCall } from '../components/use-call.ts'
import { NewPasswordFields, usePasswords } from '../features/access/NewPasswordFields.tsx'
import { PaperField } from '../features/access/PaperField.tsx'
import { useWords } from '../i18n/use-words.ts'

/** The key on paper; where the desk has passwords, one of its administrators and a new password after it. */
export function ByPaper({ onTried }: { onTried: (opened: boolean) => void }) {
  const { t } = useWords()
  const call = useCall()
  const [paper, setPaper] = useState('')
  const [people, setPeople] = useState<readonly RecoveryPerson[]>([])
  const open = async () => {
    const answer = await call.run(() => window.desk.recoveryPaper({ paper }))
    if (answer === null) return
    if (answer.people.length > 0) setPeople(answer.people)
    else onTried(answer.opened)
  }
  return (
    <div className="recovery-paper">
      <form
        onSubmit={event => {
          event.preventDefault()
          void open()
        }}
      >
        <PaperField value={paper} onChange={typed => setPaper(typed)} />
        {people.length > 0 ? null : (
          <Button type="submit" loading={call.busy} disabled={paper === ''}>
            {t('recovery.paper_open')}
          </Button>
        )}
        <ErrorNotice error={call.error} />
      </form>
      {people.length > 0 ? <Admit paper={paper} people={people} onTried={onTried} /> : null}
    </div>
  )
}

/** Who enters first on this machine, and by which password. */
function Admit({
  paper,
  people,
  onTried,
}: {
  paper: string
  people: readonly RecoveryPerson[]
  onTried: (opened: boolean) => void
}) {
  const { t, language } = useWords()
  const call = useCall()
  const [user, setUser] = useState(people[0]?.id ?? '')
  const passwords = usePasswords()
  const admit = async () => {
    const answer = await call.run(() => window.desk.recoveryAdmit({ paper, user, password: passwords.password }))
    if (answer !== null) onTried(answer.opened)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void admit()
      }}
    >
      <p>{t('recovery.admit_why')}</p>
      <NativeSelect
        label={t('recovery.admit_who')}
        data={people.map(one => ({ value: one.id, label: `${one.name}, ${one.position[language]}` }))}
        value={user}
        onChange={event => setUser(event.currentTarget.value)}
      />
      <NewPasswordFields passwords={passwords} />
      <ErrorNotice error={call.error} />
      <Button type="submit" loading={call.busy} disabled={!passwords.ready}>
        {t('recovery.admit_act')}
      </Button>
    </form>
  )
}
