import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '../../../components/Confirm.tsx'
import type { Call } from '../../../components/use-call.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { NAME_LENGTH } from './views.ts'

interface Asked {
  readonly name: string
  readonly call: Call
  readonly onName: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks how a view is called. */
export function NameView({ name, call, onName, onClose }: Asked) {
  const { t } = useWords()
  const [typed, setTyped] = useState(name)
  const given = typed.trim()
  const act = () => void onName(given)
  return (
    <Confirm
      title={name === '' ? t('views.save') : t('views.rename')}
      act={t('act.keep')}
      call={call}
      allowed={given !== ''}
      onAct={act}
      onClose={onClose}
    >
      <p className="sentence">{t('views.save.sentence')}</p>
      <TextInput
        label={t('views.name')}
        value={typed}
        maxLength={NAME_LENGTH}
        data-autofocus
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && given !== '') act()
        }}
      />
    </Confirm>
  )
}
