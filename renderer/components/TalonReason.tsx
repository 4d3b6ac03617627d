import { Radio } from '@mantine/core'
import { useState } from 'react'
import { ReprintReason } from '#shared/application/registration.ts'
import { useWords } from '../i18n/use-words.ts'
import { Confirm } from './Confirm.tsx'
import type { Call } from './use-call.ts'

interface Asked {
  readonly call: Call
  readonly onReason: (reason: ReprintReason) => void
  readonly onClose: () => void
}

/** Why a talon is printed once more: it is written on the talon and in the history, so it is always asked. */
export function TalonReason({ call, onReason, onClose }: Asked) {
  const { t } = useWords()
  const [reason, setReason] = useState<ReprintReason | null>(null)
  return (
    <Confirm
      title={t('talon.again')}
      act={t('talon.print_again')}
      call={call}
      allowed={reason !== null}
      onAct={() => reason !== null && onReason(reason)}
      onClose={onClose}
    >
      <p>{t('talon.again_why')}</p>
      <Radio.Group
        label={t('talon.reason')}
        value={reason}
        onChange={chosen => setReason(ReprintReason.catch('lost').parse(chosen))}
      >
        <div className="card-body">
          {ReprintReason.options.map(one => (
            <Radio key={one} value={one} label={t(`talon.reason.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </Confirm>
  )
}
