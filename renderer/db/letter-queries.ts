import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState, LetterRow, ParamsOf } from './query-types.ts'
import { findState, LETTER_UNSENT, letterMonth, letterOf, openRecords } from './rows.ts'
import { openStates } from './states.ts'

/** The letters of an application, drafts and annulled ones too, as they were begun. */
export async function openLettersOf(
  context: QueryContext,
  { application }: ParamsOf<'letters.of'>,
): Promise<EntityState<'letter'>[]> {
  const letters = await openTagged(context, letterOf(application))
  return letters.sort((a, b) => ((a.begun?.at ?? '') < (b.begun?.at ?? '') ? -1 : 1))
}

/** One letter, or null. */
export async function openLetter(
  { db, sealer }: QueryContext,
  { id }: ParamsOf<'letters.one'>,
): Promise<EntityState<'letter'> | null> {
  const row = await db.entities.get(id)
  return (await openStates(sealer, 'letter', row ? [row] : []))[0] ?? null
}

/** Letters that were signed off and have not gone out, with their applications in full: their terms hang on decisions. */
export async function openUnsent(context: QueryContext): Promise<LetterRow[]> {
  const letters = await openTagged(context, LETTER_UNSENT)
  const ids = [...new Set(letters.flatMap(({ letter }) => letter?.application ?? []))]
  const stored = await context.db.applications.bulkGet(ids)
  const records = await openRecords(
    context.sealer,
    stored.flatMap(row => row ?? []),
  )
  const registered = new Map(
    records.map(record => [record.id as string, findState('application', record)?.registered ?? null]),
  )
  const rows = await rowsOf(context, letters)
  return rows.map(row => ({ ...row, registered: registered.get(row.state.letter?.application ?? '') ?? null }))
}

/** Letters signed off on days of a range, both included, annulled ones too: in the order of their numbers. */
export async function openSigned(
  context: QueryContext,
  { from, to }: ParamsOf<'letters.signed'>,
): Promise<LetterRow[]> {
  const found = await Promise.all(monthsOf(from, to).map(month => openTagged(context, letterMonth(month))))
  const inRange = found.flat().filter(({ signed }) => signed !== null && signed.on >= from && signed.on <= to)
  return (await rowsOf(context, inRange)).sort(byNumber)
}

/** Whether a letter changed, or an application one of whose letters is shown. */
export function movedLetters({ changes }: Moved, told: readonly LetterRow[] | undefined): boolean {
  const shown = new Set<string | undefined>(told?.map(({ state }) => state.letter?.application ?? undefined))
  return told === undefined || changes.some(({ after: { id } }) => id.startsWith('letter:') || shown.has(id))
}

async function openTagged({ db, sealer }: QueryContext, text: string): Promise<EntityState<'letter'>[]> {
  const rows = await db.entities
    .where('tags')
    .equals(await sealer.tag(text))
    .toArray()
  return openStates(sealer, 'letter', rows)
}

async function rowsOf(context: QueryContext, letters: readonly EntityState<'letter'>[]): Promise<LetterRow[]> {
  const ids = [...new Set(letters.flatMap(({ letter }) => letter?.application ?? []))]
  const known = new Map((await context.lines.linesOf(context, ids)).map(({ id, row }) => [id, row]))
  return letters.map(({ id, key, head, needsUpdate, ...state }) => ({
    id,
    head,
    needsUpdate,
    state,
    application: known.get(state.letter?.application ?? '') ?? null,
    registered: null,
  }))
}

function monthsOf(from: PlainDate, to: PlainDate): PlainMonth[] {
  const months: PlainMonth[] = []
  const last = PlainMonth.parse(to.slice(0, 7))
  for (let month = PlainMonth.parse(from.slice(0, 7)); month <= last; month = after(month)) months.push(month)
  return months
}

function after(month: PlainMonth): PlainMonth {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return PlainMonth.parse(number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`)
}

function byNumber(a: LetterRow, b: LetterRow): number {
  const [one, other] = [a.state.signed, b.state.signed]
  if (one === null || other === null) return 0
  return (
    one.number.year - other.number.year ||
    one.number.letter.localeCompare(other.number.letter, 'kk') ||
    one.number.serial - other.number.serial
  )
}
