import { useEffect, useState } from 'react'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NewPasswordFields, usePasswords } from './NewPasswordFields.tsx'
import { PaperField } from './PaperField.tsx'
import { PrintPaper } from './PrintPaper.tsx'

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
  const [isWritten, setWritten] = useState(false)
  if (isWritten) return <FirstPassword name={name} onEnd={onEnd} />
  return <WritePaper onWritten={() => (paperOnly ? onEnd(true) : setWritten(true))} onBack={() => onEnd(false)} />
}

function WritePaper({ onWritten, onBack }: { onWritten: () => void; onBack: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const { run } = call
  const [text, setText] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    void run(() => window.desk.accessDrawPaper({})).then(drawn => setText(drawn?.text ?? null))
  }, [run])
  const write = async () => {
    if ((await call.run(() => window.desk.accessSavePaper({ paper: typed }))) !== null) onWritten()
  }
  return (
    <Confirm
      title={t('access.paper_title')}
      act={t('access.paper_act')}
      call={call}
      size={640}
      allowed={text !== null && typed !== ''}
      onAct={() => void write()}
      onClose={onBack}
    >
      <p>{t('access.paper_why')}</p>
      <p className="paper-key" translate="no">
        {(text ?? '').split('-').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one key never move
          <span key={at}>{group}</span>
        ))}
      </p>
      <PrintPaper ready={text !== null} />
      <Notice tone="amber">{t('access.paper_keep')}</Notice>
      <PaperField value={typed} onChange={setTyped} />
    </Confirm>
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
