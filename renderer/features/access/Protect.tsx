import { useState } from 'react'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NewPasswordFields, usePasswords } from './NewPasswordFields.tsx'
import { WritePaper } from './WritePaper.tsx'

const draw = () => window.desk.accessDrawPaper({})
const write = (paper: string) => window.desk.accessSavePaper({ paper })

/** `name`: who becomes the administrator. The key on paper, read back, and then the first password; or a new key on paper alone. */
export function Protect({
  name,
  paperOnly,
  onEnd,
}: {
  name: string
  paperOnly: boolean
  onEnd: (done: boolean) => void
}) {
  const { t } = useWords()
  const [isWritten, setWritten] = useState(false)
  if (isWritten) return <FirstPassword name={name} onEnd={onEnd} />
  return (
    <WritePaper
      {...{ draw, write }}
      title={t('access.paper_title')}
      act={t('access.paper_act')}
      why={t('access.paper_why')}
      onWritten={() => (paperOnly ? onEnd(true) : setWritten(true))}
      onBack={() => onEnd(false)}
    />
  )
}

function FirstPassword({ name, onEnd }: { name: string; onEnd: (done: boolean) => void }) {
  const { t } = useWords()
  const call = useCall()
  const passwords = usePasswords()
  const protect = async () => {
    if ((await call.run(() => window.desk.accessProtect({ password: passwords.password }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.protect')}
      act={t('access.protect_act')}
      call={call}
      allowed={passwords.ready}
      onAct={() => void protect()}
      onClose={() => onEnd(false)}
    >
      <p>{t('access.first_is_administrator', { name })}</p>
      <NewPasswordFields passwords={passwords} />
    </Confirm>
  )
}
