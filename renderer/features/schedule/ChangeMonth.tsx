import { Radio } from '@mantine/core'
import { useState } from 'react'
import { compareSchedules } from '#shared/schedule/compare.ts'
import type { ScheduleChange } from '#shared/schedule/model.ts'
import { monthTitle } from '#shared/time/official-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { CHANGE_WORDS } from './kind-words.ts'
import { Unsettled } from './Unsettled.tsx'
import type { PlannedMonth } from './use-planned-month.ts'

interface Asked {
  readonly planned: PlannedMonth
  readonly reasons: readonly ScheduleChange['code'][]
  readonly call: Call
  readonly onChange: (code: ScheduleChange['code']) => void
  readonly onClose: () => void
}

/** Enters receptions that an approved schedule does not carry: without a new approval, by their own reason. */
export function ChangeMonth({ planned, reasons, call, onChange, onClose }: Asked) {
  const { t, dates } = useWords()
  const [chosen, setChosen] = useState<ScheduleChange['code'] | null>(reasons[0] ?? null)
  const approved = planned.known.state?.approved?.schedule ?? planned.work.draft.schedule
  return (
    <Confirm
      title={t('schedule.change.title', { month: monthTitle(planned.month, dates) })}
      act={t('schedule.change.act')}
      call={call}
      size={640}
      allowed={chosen !== null}
      onAct={() => chosen !== null && onChange(chosen)}
      onClose={onClose}
    >
      <p className="sentence">{t('schedule.change.sentence')}</p>
      <DifferenceList
        differences={compareSchedules(approved, planned.work.draft.schedule)}
        officials={planned.officials}
      />
      <Radio.Group
        label={t('schedule.change.why')}
        value={chosen ?? ''}
        onChange={value => setChosen(reasons.find(one => one === value) ?? null)}
      >
        {reasons.map((one, index) => (
          <Radio
            key={one}
            value={one}
            label={t(CHANGE_WORDS[one])}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
          />
        ))}
      </Radio.Group>
      <Unsettled planned={planned} />
    </Confirm>
  )
}
