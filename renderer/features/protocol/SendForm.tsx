import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { LetterChannel } from '#shared/letter/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Asked {
  readonly protocol: EntityState<'protocol'>
  readonly onClose: (done?: LocaleKey) => void
}

/** How and when the protocol went to the applicant (KZ-2026 rule 37: in the system, within three working days). */
export function SendForm({ protocol: { id, head, signed, protocol }, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const today = useToday()
  const [channel, setChannel] = useState<LetterChannel>(protocol?.profile === 'KZ-2026' ? 'eotinish' : 'by_hand')
  const [on, setOn] = useState<string>(today)
  const record = async () => {
    const body = { dispatch: { channel, on } }
    if (await act({ entity: id, type: 'protocol.sent', basedOn: head, body })) onClose('protocol.send.done')
  }
  return (
    <Confirm
      title={t('protocol.send')}
      act={t('letter.send.act')}
      call={call}
      allowed={on !== ''}
      onAct={() => void record()}
      onClose={() => onClose()}
    >
      <NativeSelect
        label={t('letter.channel')}
        data-autofocus
        value={channel}
        data={LetterChannel.options.map(value => ({ value, label: t(`letter.channel.${value}`) }))}
        onChange={event => setChannel(LetterChannel.parse(event.currentTarget.value))}
      />
      <DateField
        label={t('letter.sent_on')}
        value={on === '' ? null : on}
        {...(signed === null ? {} : { minDate: signed.on })}
        maxDate={today}
        onChange={day => setOn(day ?? '')}
      />
    </Confirm>
  )
}
