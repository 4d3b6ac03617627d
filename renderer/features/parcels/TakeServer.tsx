import { type ReactNode, useState } from 'react'
import type { FoundServer } from '#shared/ipc/desks.ts'
import { Confirm } from '../../components/Confirm.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { areAllTyped, DigitsField } from './DigitsField.tsx'
import './parcels.css'

interface Taking {
  readonly title: string
  readonly found: FoundServer
  readonly call: Call
  readonly onTake: (digits: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/**
 * The server an answer names, before it is believed. The digits are typed and never shown here: what is typed comes from its
 * administrator and not from the stick.
 */
export function TakeServer({ title, found, call, onTake, onClose, children }: Taking) {
  const { t } = useWords()
  const [digits, setDigits] = useState('')
  return (
    <Confirm
      title={title}
      act={t('answer.take')}
      call={call}
      allowed={areAllTyped(digits)}
      onAct={() => onTake(digits)}
      onClose={onClose}
    >
      <p>{t('answer.server')}</p>
      <p className="server-address">
        <b>{found.address}</b>
        <br />
        {t('answer.office', { office: found.office })}
      </p>
      <p>{t('answer.type')}</p>
      <DigitsField label={t('answer.digits')} value={digits} onChange={setDigits} />
      {children}
    </Confirm>
  )
}
