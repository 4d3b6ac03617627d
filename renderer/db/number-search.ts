import type { EntityRecord } from '#shared/change/project.ts'
import { newestFirst } from './kept-lists.ts'
import type { Line } from './lines.ts'
import type { QueryContext } from './query-context.ts'
import { findState, numberText, openRecords, searchTexts } from './rows.ts'
import { applicationsTagged, type StoredApplication } from './store.ts'
import { likenessOfLetter, readTypedNumber, readTypedTicket } from './typed-number.ts'

type Source = Pick<QueryContext, 'db' | 'sealer'>

/** Letters, the colon, the day: how the id of a visit begins. */
const DAY_OF_VISIT = 'visit:00000000-'.length

/**
 * Applications found by a number that was typed in full: that of a ticket of the last day there were visitors, that of a
 * registration, then IIN, BIN, phone and e-Otinish. Each once; of one kind the newest first.
 */
export async function findByNumber(context: QueryContext, typed: string): Promise<Line[]> {
  const found = await Promise.all([
    findByTicket(context, typed),
    findByRegistration(context, typed),
    findLines(context, searchTexts(typed)),
  ])
  return [...new Map(found.flat().map(line => [line.id, line])).values()]
}

/** Applications that hold any of these tag texts, opened, newest first. */
export async function findTagged(context: Source, texts: readonly string[]): Promise<EntityRecord[]> {
  return openRecords(context.sealer, await readTagged(context, texts))
}

async function findLines(context: QueryContext, texts: readonly string[]): Promise<Line[]> {
  return context.lines.linesOfRows(context, () => readTagged(context, texts))
}

async function readTagged({ db, sealer }: Source, texts: readonly string[]): Promise<StoredApplication[]> {
  if (texts.length === 0) return []
  const tags = await Promise.all(texts.map(text => sealer.tag(text)))
  const found = await applicationsTagged(db, tags)
  const rows = [...new Map(found.flat().map(row => [row.id, row])).values()]
  return rows.sort(newestFirst)
}

async function findByRegistration(context: QueryContext, typed: string): Promise<Line[]> {
  const number = readTypedNumber(typed)
  if (number === null) return []
  const lines = await findLines(context, [numberText(number.year, number.serial)])
  const ranked = lines.flatMap(line => {
    const own = line.row?.number
    const likeness = own ? (number.letter === null ? 0 : likenessOfLetter(number.letter, own.letter)) : null
    if (likeness === null) return []
    return [{ line, rank: likeness * 2 + Number(number.suffix !== null && number.suffix !== own?.suffix) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ line }) => line)
}

async function findByTicket(context: QueryContext, typed: string): Promise<Line[]> {
  const { db, sealer } = context
  const ticket = readTypedTicket(typed)
  const last = ticket && (await db.entities.where('id').startsWith('visit:').last())
  if (!ticket || !last) return []
  const visits = await db.entities.where('id').startsWith(last.id.slice(0, DAY_OF_VISIT)).toArray()
  const serial = `-${String(ticket.serial).padStart(4, '0')}`
  const records = await openRecords(
    sealer,
    visits.filter(visit => visit.id.endsWith(serial)),
  )
  const ranked = records.flatMap(record => {
    const checkIn = findState('visit', record)?.checkIn
    const likeness = checkIn ? likenessOfLetter(ticket.letter, checkIn.ticket.letter) : null
    return checkIn && likeness !== null ? [{ id: checkIn.application, likeness }] : []
  })
  const ids = ranked.sort((a, b) => a.likeness - b.likeness).map(({ id }) => id)
  return context.lines.linesOf(context, ids)
}
