import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { Paper, SheetJob } from '#shared/ipc/documents.ts'
import type { Office } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import type { ApprovedSchedule } from '#shared/schedule/transitions.ts'
import { type Quarter, rangeOfMonth } from '#shared/time/plain-date.ts'

/** A sheet that is posted. */
export type PostedJob = Extract<SheetJob, { kind: 'schedule' | 'annex' }>

/** What posted sheets are made of. */
export interface PostedWith {
  readonly officials: readonly Official[]
  readonly office: Office
  readonly calendar: WorkCalendar
}

/** The sheets of versions that stand: the annex of a whole quarter under the rules of 2026, else one for each month. */
export function postedJobs(
  standing: readonly ApprovedSchedule[],
  quarter: Quarter | null,
  paper: Paper,
  { officials, office, calendar }: PostedWith,
): PostedJob[] {
  const shared = { paper, officials: [...officials], office, calendar }
  const months = standing.map(({ schedule, approvedBy, approvedOn }) => ({
    schedule,
    approved: { by: approvedBy, on: approvedOn },
  }))
  const isAnnexed = months.every(({ schedule }) => profileOn(office, rangeOfMonth(schedule.month).from) === 'KZ-2026')
  if (quarter !== null && months.length > 0 && isAnnexed) return [{ kind: 'annex', quarter, months, ...shared }]
  return months.map(month => ({ kind: 'schedule', ...month, ...shared }))
}

/** What the file of a sheet is called. */
export function fileNameOf(job: PostedJob): string {
  return `schedule-${job.kind === 'annex' ? job.quarter : job.schedule.month}-${job.paper}.pdf`
}
