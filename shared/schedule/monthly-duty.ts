import type { ProfileId } from '../office/model.ts'
import type { Official, OfficialCategory } from '../official/model.ts'
import { type PlainDate, rangeOfMonth } from '../time/plain-date.ts'
import type { MonthSchedule, Reception } from './model.ts'

/** Categories that must receive at least once a month in the public reception room (clause 6). */
const ON_DUTY: ReadonlySet<OfficialCategory> = new Set(['akim', 'deputy_akim'])

/**
 * Modes that count for the duty: the regulation wants it in the reception room itself (clause 6); under the rules of 2026 the
 * public reception takes in videoconference (rule 2(6)).
 */
const COUNTED: Readonly<Record<ProfileId, readonly Reception['mode'][]>> = {
  'WKO-2020/2023': ['in_person'],
  'KZ-2026': ['in_person', 'video'],
}

/** How the duty stands for one official in the month of a schedule. */
export interface DutyLine {
  readonly officialId: string
  /** Receptions that count. */
  readonly scheduled: number
  readonly short: boolean
}

/** The same, with what of it is over: `held` lie before today, `planned` today or later. */
export interface DutyOn extends DutyLine {
  readonly held: number
  readonly planned: number
}

/** Whether a reception counts for the monthly duty: of the schedule, and where the act wants it held (clause 6, KZ-2026 rule 3). */
export function countsForDuty({ kind, mode }: Pick<Reception, 'kind' | 'mode'>, profile: ProfileId): boolean {
  return kind === 'scheduled' && COUNTED[profile].includes(mode)
}

/**
 * The akim and each deputy who is in the post that month with the receptions that count, in the directory's order. Those
 * outside the schedule (clause 8), after meetings and of the same day never count.
 */
export function monthlyDuty(
  schedule: MonthSchedule,
  officials: readonly Official[],
  profile: ProfileId = 'WKO-2020/2023',
): DutyLine[] {
  return onDuty(schedule, officials).map(({ id }) => {
    const scheduled = countedOf(schedule, id, profile).length
    return { officialId: id, scheduled, short: scheduled < 1 }
  })
}

/** As `monthlyDuty`, with what was held before `today` told from what is planned. */
export function monthlyDutyOn(
  schedule: MonthSchedule,
  officials: readonly Official[],
  profile: ProfileId,
  today: PlainDate,
): DutyOn[] {
  return monthlyDuty(schedule, officials, profile).map(line => {
    const held = countedOf(schedule, line.officialId, profile).filter(({ date }) => date < today).length
    return { ...line, held, planned: line.scheduled - held }
  })
}

function onDuty({ month }: MonthSchedule, officials: readonly Official[]): Official[] {
  const { from, to } = rangeOfMonth(month)
  return officials.filter(
    ({ category, since, until }) =>
      ON_DUTY.has(category) && (since === null || since <= to) && (until === null || from <= until),
  )
}

function countedOf({ month, receptions }: MonthSchedule, officialId: string, profile: ProfileId): Reception[] {
  return receptions.filter(
    one => one.officialId === officialId && one.date.startsWith(month) && countsForDuty(one, profile),
  )
}
