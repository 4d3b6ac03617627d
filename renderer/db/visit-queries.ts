import { toDayNumber } from '#shared/time/plain-date.ts'
import { byTicket } from './day-visits.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState, ParamsOf, VisitRow } from './query-types.ts'
import { HELP_CALLED, IN_HOUSE } from './rows.ts'
import { openStates } from './states.ts'
import type { StoreDatabase, StoredEntity } from './store.ts'

/** The visits of a day, which stand together: their ids begin with it. */
async function readVisits(db: StoreDatabase, { day }: ParamsOf<'visits.day'>): Promise<StoredEntity[]> {
  return db.entities
    .where('id')
    .startsWith(`visit:${toDayNumber(day)}-`)
    .toArray()
}

/** The visitors of a day in the order of their tickets: read once, after that the worker's memory answers. */
export async function answerVisits(
  context: QueryContext,
  params: ParamsOf<'visits.day'>,
): Promise<readonly VisitRow[]> {
  const { visits } = context.lines
  const held = visits.find(params.day)
  if (held !== null) return held
  const { changes } = visits
  const rows = await openVisits(context, await readVisits(context.db, params))
  if (visits.changes === changes) visits.keep(params.day, rows)
  return rows
}

/** Opens the visits of a day, each with its application, in the order of their tickets. */
export async function openVisits(context: QueryContext, stored: readonly StoredEntity[]): Promise<VisitRow[]> {
  const visits = (await openStates(context.sealer, 'visit', stored)).filter(visit => visit.checkIn !== null)
  const ids = [...new Set(visits.map(visit => visit.checkIn?.application ?? ''))]
  const known = new Map((await context.lines.linesOf(context, ids)).map(({ id, row }) => [id, row]))
  const rows = visits.map(({ id, key, head, needsUpdate, ...state }) => ({
    id,
    head,
    needsUpdate,
    state,
    application: known.get(state.checkIn?.application ?? '') ?? null,
  }))
  return rows.sort(byTicket)
}

/** The lines of a day, which stand together as its visits do. */
export async function openLines(
  { db, sealer }: QueryContext,
  { day }: ParamsOf<'lines.day'>,
): Promise<EntityState<'line'>[]> {
  const rows = await db.entities
    .where('id')
    .startsWith(`line:${toDayNumber(day)}`)
    .toArray()
  return openStates(sealer, 'line', rows)
}

/** Visits of the days before one that nobody ended, the oldest day first. */
export async function openLeftOver(
  context: QueryContext,
  { before }: ParamsOf<'visits.left_over'>,
): Promise<VisitRow[]> {
  const tag = await context.sealer.tag(IN_HOUSE)
  const inHouse = await context.db.entities.where('tags').equals(tag).toArray()
  const visits = await openVisits(
    context,
    inHouse.filter(({ id }) => id < `visit:${toDayNumber(before)}`),
  )
  return visits.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Days on which somebody called for help that has not come, the oldest first. */
export async function openHelpCalled({ db, sealer }: QueryContext): Promise<EntityState<'day'>[]> {
  const days = await db.entities
    .where('tags')
    .equals(await sealer.tag(HELP_CALLED))
    .toArray()
  return openStates(sealer, 'day', days)
}

/** Whether an application changed whose visitor is shown. */
export function movedVisitors({ changes }: Moved, told: readonly VisitRow[] | undefined): boolean {
  const shown = new Set<string | undefined>(told?.map(({ state }) => state.checkIn?.application))
  return told === undefined || changes.some(({ after }) => shown.has(after.id))
}

/** The contacts that were logged on a day: it is the day of their first action. */
export async function readContacts(db: StoreDatabase, { day }: ParamsOf<'contacts.day'>): Promise<StoredEntity[]> {
  return db.entities.where('[noun+since]').equals(['contact', day]).toArray()
}

/** Opens the contacts of a day without those taken back, newest first. */
export async function openContacts(
  { sealer }: QueryContext,
  rows: readonly StoredEntity[],
): Promise<EntityState<'contact'>[]> {
  const contacts = await openStates(sealer, 'contact', rows)
  return contacts.filter(one => one.status === 'logged').sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))
}
