import type { Official, OfficialCategory } from '../official/model.ts'
import type { MonthSchedule } from './model.ts'

/** Categories that must receive at least once a month in the public reception room (clause 6). */
const ON_DUTY: ReadonlySet<OfficialCategory> = new Set(['akim', 'deputy_akim'])

/** How the duty of clause 6 stands for one official in the month of a schedule. */
export interface DutyLine {
  readonly officialId: string
  readonly scheduled: number
  readonly short: boolean
}

/**
 * The akim and each deputy with their scheduled receptions of the month, in the directory's order. Only receptions of the
 * schedule count: those outside it (clause 8) and those after meetings are other records and are never given here.
 */
export function monthlyDuty(schedule: MonthSchedule, officials: readonly Official[]): DutyLine[] {
  return officials
    .filter(official => ON_DUTY.has(official.category))
    .map(official => {
      const scheduled = schedule.receptions.filter(
        reception => reception.officialId === official.id && reception.date.startsWith(schedule.month),
      ).length
      return { officialId: official.id, scheduled, short: scheduled < 1 }
    })
}
