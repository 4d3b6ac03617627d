import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ProfileId } from '#shared/office/model.ts'
import type { OfficialCategory } from '#shared/official/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { monthTitle, quarterTitle } from '#shared/time/official-date.ts'
import { PlainDate, type PlainMonth, type Quarter } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import type { Call } from '../../components/use-call.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Asked {
  /** What is approved: a month, or a quarter as a whole. */
  readonly of: { readonly month: PlainMonth } | { readonly quarter: Quarter }
  /** The act the office works by: it says who approves. */
  readonly profile: ProfileId
  readonly by: string
  readonly call: Call
  readonly onApprove: (by: string, on: PlainDate) => void
  /** What is to be known before it is approved. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

const APPROVED_BY: Partial<Record<OfficialCategory, LocaleKey>> = {
  akim: 'schedule.approve.sentence',
  head_of_apparatus: 'schedule.approve.sentence_head',
}

/** Who approved the month and when: the program records an approval, it never gives one. */
export function ApproveMonth({ of, profile, by, call, onApprove, onClose, children }: Asked) {
  const { t, dates } = useWords()
  const { start } = useDesk()
  const [person, setPerson] = useState(by)
  const [day, setDay] = useState<string | null>(start.today)
  const on = PlainDate.safeParse(day)
  return (
    <Confirm
      title={t('schedule.approve.title', {
        month: 'month' in of ? monthTitle(of.month, dates) : quarterTitle(of.quarter, dates),
      })}
      act={t('schedule.approve.act')}
      call={call}
      allowed={on.success && person.trim() !== ''}
      onAct={() => on.success && onApprove(person.trim(), on.data)}
      onClose={onClose}
    >
      <p className="sentence">{t(APPROVED_BY[profileOf(profile).schedule.approver] ?? 'schedule.approve.sentence')}</p>
      <TextInput
        label={t('schedule.approve.by')}
        value={person}
        maxLength={200}
        data-autofocus
        error={person.trim() === '' ? t('form.needed') : undefined}
        onChange={event => setPerson(event.currentTarget.value)}
      />
      <DateField
        label={t('schedule.approve.on')}
        value={day}
        maxDate={start.today}
        error={on.success ? undefined : t('form.needed')}
        onChange={setDay}
      />
      {children}
    </Confirm>
  )
}
