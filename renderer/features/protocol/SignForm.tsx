import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import type { Result } from '#shared/result/result.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { officialName } from '../../components/official-name.ts'
import { newRequestId } from '../../components/request-id.ts'
import type { Call } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Faults } from './Composer.tsx'
import type { Composed } from './composed.ts'
import type { Drafted } from './joint.ts'

interface Asked {
  readonly composed: Composed
  readonly faults: Faults
  /** Instructions that will go on control. */
  readonly count: number
  readonly officials: readonly Official[]
  readonly call: Call
  readonly drafted: () => Promise<Result<[Drafted, ...Drafted[]]>>
  readonly onClose: () => void
}

/** Notes that the official signs, and on which day: the number is given, and the instructions go on control. */
export function SignForm({ composed, faults, count, officials, call, drafted, onClose }: Asked) {
  const { t, language } = useWords()
  const today = useToday()
  const store = useStore()
  const [request] = useState(newRequestId)
  const [on, setOn] = useState<string>(today)
  const [signedBy, setSignedBy] = useState(composed.officialId ?? '')
  const day = PlainDate.safeParse(on)
  const sign = async () => {
    if (!day.success) return
    await call.run(async () => {
      const head = await drafted()
      if (!head.ok) return head
      const [own, ...together] = head.value
      const answer = await window.desk.protocolSign({
        ...own,
        together,
        request,
        on: day.data,
        signedBy,
      })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
  }
  const isAllowed = faults.stops === 0 && day.success && signedBy !== ''
  return (
    <Confirm
      title={t('protocol.sign')}
      act={t('protocol.sign.act')}
      call={call}
      allowed={isAllowed}
      onAct={() => void sign()}
      onClose={onClose}
    >
      <p>{faults.stops > 0 ? t('protocol.stops', { count: faults.stops }) : t('protocol.sign.sentence', { count })}</p>
      <NativeSelect
        label={t('protocol.signed_by')}
        value={signedBy}
        data={[
          { value: '', label: t('executor.choose') },
          ...officials.map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        onChange={event => setSignedBy(event.currentTarget.value)}
      />
      <DateField
        label={t('protocol.signed_on')}
        value={on === '' ? null : on}
        minDate={composed.on}
        maxDate={today}
        onChange={chosen => setOn(chosen ?? '')}
      />
    </Confirm>
  )
}
