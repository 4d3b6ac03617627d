import { TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { monthTitle } from '#shared/time/official-date.ts'
import { PlainDate, type PlainMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Confirm } from '../../components/Confirm.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Asked {
  readonly month: PlainMonth
  readonly by: string
  readonly call: Call
  readonly onApprove: (by: string, on: PlainDate) => void
  readonly onClose: () => void
}

/** Who approved the month and when: the program records an approval, it never gives one. */
export function ApproveMonth({ month, by, call, onApprove, onClose }: Asked) {
  const { t, dates } = useWords()
  const { start } = useDesk()
  const [person, setPerson] = useState(by)
  const [day, setDay] = useState<string | null>(start.today)
  const on = PlainDate.safeParse(day)
  return (
    <Confirm
      title={t('schedule.approve.title', { month: monthTitle(month, dates) })}
      act={t('schedule.approve.act')}
      call={call}
      allowed={on.success && person.trim() !== ''}
      onAct={() => on.success && onApprove(person.trim(), on.data)}
      onClose={onClose}
    >
      <p className="sentence">{t('schedule.approve.sentence')}</p>
      <TextInput
        label={t('schedule.approve.by')}
        value={person}
        maxLength={200}
        data-autofocus
        error={person.trim() === '' ? t('form.needed') : undefined}
        onChange={event => setPerson(event.currentTarget.value)}
      />
      <DateInput
        label={t('schedule.approve.on')}
        value={day}
        maxDate={start.today}
        error={on.success ? undefined : t('form.needed')}
        onChange={setDay}
      />
    </Confirm>
  )
}
