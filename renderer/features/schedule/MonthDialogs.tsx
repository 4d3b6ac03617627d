import type { Reception } from '#shared/schedule/model.ts'
import { DayDialog } from './DayDialog.tsx'
import { LeaveOut } from './LeaveOut.tsx'
import type { Asked, MonthView } from './month-view.ts'
import { ReceptionDialog } from './ReceptionDialog.tsx'

interface Shown {
  readonly asked: Asked | null
  readonly view: MonthView
  readonly onLeaveOut: (reception: Reception) => void
  readonly onKeep: (reception: Reception) => void
}

/** What is being asked over the month: a day, a reception, or whether to leave one out. */
export function MonthDialogs({ asked, view, onLeaveOut, onKeep }: Shown) {
  if (asked === null) return null
  const findOne = (id: string | null) => view.draft.schedule.receptions.find(one => one.id === id) ?? null
  if (asked.what === 'day') return <DayDialog day={asked.day} view={view} />
  const reception = findOne(asked.id)
  if (asked.what === 'leave_out') {
    return reception === null ? null : (
      <LeaveOut reception={reception} view={view} onLeaveOut={() => onLeaveOut(reception)} />
    )
  }
  return <ReceptionDialog reception={reception} day={asked.day} view={view} onKeep={onKeep} />
}
