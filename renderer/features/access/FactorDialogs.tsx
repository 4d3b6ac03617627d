import { PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { enrolmentUri } from '#shared/access/enrolment.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { QrCode } from '../../print/qr/QrCode.tsx'
import type { Listed } from './AccessCard.tsx'
import { CodeField, isWhole } from './CodeField.tsx'

interface Ended {
  readonly onEnd: (done: boolean) => void
}

/** One's own second factor: the secret goes into an authenticator, and a code of it comes back. */
export function OwnFactor({ onEnd }: Ended) {
  const { t } = useWords()
  const { start } = useDesk()
  const call = useCall()
  const { run } = call
  const [text, setText] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  useEffect(() => {
    void run(() => window.desk.accessDrawFactor({})).then(drawn => setText(drawn?.text ?? null))
  }, [run])
  const keep = async () => {
    if ((await call.run(() => window.desk.accessSaveFactor({ password, code }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.factor')}
      act={t('access.factor_act')}
      call={call}
      size={640}
      allowed={text !== null && password !== '' && isWhole(code)}
      onAct={() => void keep()}
      onClose={() => onEnd(false)}
    >
      <p>{t('access.factor_why')}</p>
      <p>{t('access.factor_how')}</p>
      <div className="factor-enrol">
        {text === null ? null : <QrCode text={enrolmentUri(text, start.user?.name ?? '')} />}
        <p className="factor-key" translate="no">
          {text}
        </p>
      </div>
      <Notice tone="amber">{t('access.factor_lost')}</Notice>
      <PasswordInput
        label={t('access.present_password')}
        value={password}
        autoComplete="off"
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <CodeField value={code} onChange={setCode} />
    </Confirm>
  )
}

/** Somebody lost their telephone. */
export function DropFactor({ one, onEnd }: Ended & { one: Listed }) {
  const { t } = useWords()
  const call = useCall()
  const drop = async () => {
    if ((await call.run(() => window.desk.accessDropFactor({ user: one.user.id }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.factor_drop_title', { name: one.user.name })}
      act={t('access.factor_drop')}
      call={call}
      danger
      onAct={() => void drop()}
      onClose={() => onEnd(false)}
    >
      <p>{t('access.factor_drop_why')}</p>
    </Confirm>
  )
}
