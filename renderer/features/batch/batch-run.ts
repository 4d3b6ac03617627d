import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import { entityId } from '#shared/change/action.ts'
import { validOn } from '#shared/directory/model.ts'
import { placeText } from '#shared/directory/places.ts'
import type { DeskApi } from '#shared/ipc/api.ts'
import type { BatchDone, BatchJob, SheetJob } from '#shared/ipc/documents.ts'
import type { Official } from '#shared/official/model.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import type { ScheduleFacts } from '#shared/schedule/facts.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { officialName } from '../../components/official-name.ts'
import type { StoreClient } from '../../db/client.ts'
import { standingAbsences, standingRestrictions } from '../plan/use-plan.ts'
import { findQuarterlyData } from '../report/quarterly-data.ts'
import { agreeTo, openMoves, proposedWith } from '../schedule/month-draft.ts'

/**
 * Does what a person does on the screens of schedule and report, and gives main what they would print and save. Waits
 * until the store holds everything the journal held when it began. Never throws: an error is part of the answer.
 */
export async function runBatchJob(
  desk: DeskApi,
  store: StoreClient,
  job: BatchJob,
  today: PlainDate,
): Promise<BatchDone> {
  try {
    await store.caughtUp(job.head)
    const schedule = job.schedule === null ? [] : await scheduleSheets(desk, store, job, today)
    const report = job.report === null ? null : await findQuarterlyData(store, job.report, today)
    return { report, schedule, error: null }
  } catch (error) {
    const detail = error instanceof ExpectedError ? error.detail : { code: 'unexpected', params: {} }
    return { report: null, schedule: [], error: detail }
  }
}

/** The month as proposed, every move agreed to, approved where the job says by whom. */
async function scheduleSheets(desk: DeskApi, store: StoreClient, job: BatchJob, today: PlainDate): Promise<SheetJob[]> {
  const { schedule: month } = job
  if (month === null) return []
  const officials = [...(await store.query('officials.all', {}))]
  const office = (await store.query('office.current', {}))?.office
  if (!office) throw new ExpectedError('desk.not_ready')
  const approved = job.approved === null ? null : { ...job.approved, by: job.approved.by ?? akimOf(officials) }
  const calendar = officeCalendar(await store.query('calendar.years', {}))
  const { draft: proposed, leftOut } = proposedWith(month, officials, calendar, await aroundOf(store, today))
  // Nobody chooses here what becomes of a day on which no link is free (clause 13).
  const [none] = leftOut
  if (none !== undefined) throw new ExpectedError('batch.no_link', { date: none.date })
  const { schedule } = agreeTo(
    proposed,
    openMoves(proposed).map(({ id }) => id),
  )
  const entity = entityId('schedule', month)
  const body = approved === null ? { schedule } : { schedule, approvedBy: approved.by, approvedOn: approved.on }
  const type = approved === null ? 'schedule.drafted' : 'schedule.approved'
  unwrap(await desk.journalAct({ intent: { entity, type, basedOn: null, body } }))
  return (['A4', 'A3'] as const).map(paper => ({
    kind: 'schedule',
    paper,
    schedule,
    officials,
    office,
    calendar,
    approved,
  }))
}

/** What a month is proposed beside, as the screen of the schedule knows it. */
async function aroundOf(store: StoreClient, today: PlainDate): Promise<ScheduleFacts> {
  const [directories, absences, restrictions] = await Promise.all([
    store.query('directories.all', {}),
    store.query('absences.all', {}),
    store.query('restrictions.all', {}),
  ])
  return {
    today,
    links: validOn(directories.video_link, today).map(one => placeText('video_link', one)),
    absences: standingAbsences(absences),
    restrictions: standingRestrictions(restrictions),
  }
}

/** The name of the akim of the list, who approves schedules (clause 6). */
function akimOf(officials: readonly Official[]): string {
  const akim = officials.find(({ category }) => category === 'akim')
  return akim === undefined ? '' : officialName(akim, 'kk')
}
