import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { RetireReason } from '#shared/desk/model.ts'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Asks why nobody works at a desk any more; its letter stays its own for ever. */
export function RetireDialog({ desk, onClose }: { readonly desk: OfficeDesk; readonly onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [reason, setReason] = useState<RetireReason>('closed')
  const { installation, letter } = desk
  const retire = async () => {
    if ((await call.run(() => window.desk.deskRetire({ installation, reason }))) !== null) onClose()
  }
  return (
    <Confirm
      title={t('desks.retire_title', { letter: letter ?? '' })}
      act={t('desks.retire')}
      call={call}
      danger
      onAct={() => void retire()}
      onClose={onClose}
    >
      <p>{t('desks.retire_means')}</p>
      <NativeSelect
        label={t('desks.reason')}
        data={RetireReason.options.map(one => ({ value: one, label: t(`desks.reason.${one}`) }))}
        value={reason}
        onChange={event => setReason(RetireReason.catch('closed').parse(event.currentTarget.value))}
      />
    </Confirm>
  )
}
