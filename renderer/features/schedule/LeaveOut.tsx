import type { Reception } from '#shared/schedule/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { MonthView } from './month-view.ts'

interface Question {
  readonly reception: Reception
  readonly view: MonthView
  readonly onLeaveOut: () => void
}

/** Asks before a reception is left out of the month; says how many are booked on it and what becomes of them. */
export function LeaveOut({ reception, view, onLeaveOut }: Question) {
  const { t, dates, language } = useWords()
  const call = useCall()
  const booked = view.facts.bookedOn(reception)
  const official = view.officials.find(one => one.id === reception.officialId)
  return (
    <Confirm
      title={t('schedule.leave_out.title')}
      act={t('schedule.leave_out')}
      danger
      ready
      call={call}
      onAct={onLeaveOut}
      onClose={() => view.acts.ask(null)}
    >
      <p className="sentence">
        {official === undefined ? '' : officialName(official, language)}
        {`, ${screenDate(reception.date, dates)}, ${reception.from}\u2013${reception.to}`}
      </p>
      {booked === 0 ? null : <Notice tone="amber">{t('schedule.leave_out.booked', { count: booked })}</Notice>}
    </Confirm>
  )
}
