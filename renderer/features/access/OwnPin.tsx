import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PinField } from './PinField.tsx'

/** One's own PIN for the day, by the password. */
export function OwnPin({ onEnd }: { onEnd: (done: boolean) => void }) {
  const { t } = useWords()
  const call = useCall()
  const [password, setPassword] = useState('')
  const [pin, setPin] = useState('')
  const give = async (given: string | null) => {
    if ((await call.run(() => window.desk.accessGivePin({ password, pin: given }))) !== null) onEnd(true)
  }
  return (
    <Confirm
      title={t('access.pin')}
      act={t('access.pin_act')}
      call={call}
      allowed={password !== '' && pin.length === 6}
      onAct={() => void give(pin)}
      onClose={() => onEnd(false)}
    >
      <p className="mute">{t('access.pin_why')}</p>
      <PasswordInput
        label={t('access.present_password')}
        value={password}
        autoComplete="off"
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <PinField label={t('access.pin_six')} value={pin} onChange={setPin} />
      <div>
        <Button
          variant="default"
          size="xs"
          h={32}
          disabled={password === '' || call.busy}
          onClick={() => void give(null)}
        >
          {t('access.pin_none')}
        </Button>
      </div>
    </Confirm>
  )
}
