import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { looksLikeEotinish } from '#shared/eotinish/number.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { CardPress } from './use-application-act.ts'

interface Asked {
  readonly now: string
  readonly press: CardPress
  readonly onClose: () => void
}

/** Takes down the number an application was given in e-Otinish (clause 25). An unusual one is told, never refused. */
export function NoteEotinish({ now, press, onClose }: Asked) {
  const { t } = useWords()
  const [typed, setTyped] = useState(now)
  const eotinish = typed.trim()
  const allowed = eotinish !== '' && eotinish !== now
  const note = async () => {
    if (!allowed) return
    const what = { type: 'application.eotinish_noted', body: {}, personal: { eotinish } } as const
    if (await press.act({ ...what, done: 'act.eotinish.done' })) onClose()
  }
  return (
    <Confirm
      title={t('act.eotinish')}
      act={t('act.keep')}
      call={press.call}
      allowed={allowed}
      onAct={() => void note()}
      onClose={onClose}
    >
      <p className="sentence">{t('act.eotinish.sentence')}</p>
      <TextInput
        label={t('column.eotinish')}
        value={typed}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') void note()
        }}
      />
      {eotinish === '' || looksLikeEotinish(eotinish) ? null : (
        <Notice tone="amber">{t('act.eotinish.unusual')}</Notice>
      )}
    </Confirm>
  )
}
