import { owedLetters } from '#shared/letter/duties.ts'
import { outgoingText } from '#shared/letter/number.ts'
import type { RequestLetter } from '#shared/plan/notices.ts'
import { officeDate } from '#shared/time/office-time.ts'
import { monthsBetween } from './months-between.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, LetterRow, ParamsOf } from './query-types.ts'
import { findState, LETTER_BEGUN, LETTER_UNSENT, letterMonth, letterOf, openRecords } from './rows.ts'
import { openStates } from './states.ts'
import { answerWaiting } from './waiting-queries.ts'

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

/** The requests to bodies of some applications and the notices of them, drafts too; annulled ones are none. */
export async function openRequests(
  { db, sealer }: QueryContext,
  { applications }: ParamsOf<'letters.requests'>,
): Promise<RequestLetter[]> {
  const tags = await Promise.all(applications.map(id => sealer.tag(letterOf(id))))
  const rows = await db.entities.where('tags').anyOf(tags).distinct().toArray()
  return (await openStates(sealer, 'letter', rows)).flatMap(requestLetter)
}

function requestLetter({ id, status, letter, begun, signed, sent }: EntityState<'letter'>): RequestLetter[] {
  const kind = letter?.kind
  if (!letter?.application || (kind !== 'central_request' && kind !== 'request_notice')) return []
  if (begun === null || status === 'absent' || status === 'annulled') return []
  const on = sent?.on ?? signed?.on ?? officeDate(Date.parse(begun.at))
  const number = signed === null ? '' : outgoingText(signed.number)
  return [{ letter: id, application: letter.application, kind, about: letter.about, status, on, number }]
}

/** Letters that were signed off and have not gone out, with their applications in full: their terms hang on decisions. */
export function openUnsent(context: QueryContext): Promise<LetterRow[]> {
  return openInFull(context, LETTER_UNSENT)
}

/** Letters that were begun and not signed off, with their applications in full. */
export function openBegun(context: QueryContext): Promise<LetterRow[]> {
  return openInFull(context, LETTER_BEGUN)
}

/** Applications that oblige to a letter nobody has signed off, the oldest first, and how many there are. */
export async function openOwed(
  context: QueryContext,
  { limit }: ParamsOf<'letters.owed'>,
): Promise<AnswerOf<'letters.owed'>> {
  const { rows, total } = await answerWaiting(context, { mark: 'no_letter', limit })
  const states = await statesOf(
    context,
    rows.map(({ id }) => id),
  )
  const owed = rows.flatMap(({ id }) => {
    const state = states.get(id)
    return state?.registered ? [{ id, registered: state.registered, owed: owedLetters(state) }] : []
  })
  return { rows: owed, total }
}

async function openInFull(context: QueryContext, text: string): Promise<LetterRow[]> {
  const letters = await openTagged(context, text)
  const states = await statesOf(context, [...new Set(letters.flatMap(({ letter }) => letter?.application ?? []))])
  const rows = await rowsOf(context, letters)
  return rows.map(row => ({ ...row, registered: states.get(row.state.letter?.application ?? '')?.registered ?? null }))
}

async function statesOf({ db, sealer }: QueryContext, ids: readonly string[]) {
  const stored = await db.applications.bulkGet([...ids])
  const records = await openRecords(
    sealer,
    stored.flatMap(row => row ?? []),
  )
  return new Map(records.map(record => [record.id as string, findState('application', record)]))
}

/** Letters signed off on days of a range, both included, annulled ones too: in the order of their numbers. */
export async function openSigned(
  context: QueryContext,
  { from, to }: ParamsOf<'letters.signed'>,
): Promise<LetterRow[]> {
  const found = await Promise.all(monthsBetween(from, to).map(month => openTagged(context, letterMonth(month))))
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

function byNumber(a: LetterRow, b: LetterRow): number {
  const [one, other] = [a.state.signed, b.state.signed]
  if (one === null || other === null) return 0
  return (
    one.number.year - other.number.year ||
    one.number.letter.localeCompare(other.number.letter, 'kk') ||
    one.number.serial - other.number.serial
  )
}
