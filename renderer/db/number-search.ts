import type { EntityRecord } from '#shared/change/project.ts'
import type { QueryContext } from './query-context.ts'
import { findState, numberText, openRecords, searchTexts } from './rows.ts'
import { likenessOfLetter, readTypedNumber, readTypedTicket } from './typed-number.ts'

/** Letters, the colon, the day: how the id of a visit begins. */
const DAY_OF_VISIT = 'visit:00000000-'.length

/**
 * Applications found by a number that was typed in full: that of a ticket of the last day there were visitors, that of a
 * registration, then IIN, BIN, phone and e-Otinish. Each once; of one kind the newest first.
 */
export async function findByNumber(context: QueryContext, typed: string): Promise<EntityRecord[]> {
  const found = await Promise.all([
    findByTicket(context, typed),
    findByRegistration(context, typed),
    findTagged(context, searchTexts(typed)),
  ])
  return [...new Map(found.flat().map(record => [record.id, record])).values()]
}

/** Applications that hold any of these tag texts, newest first. */
export async function findTagged({ db, sealer }: QueryContext, texts: readonly string[]): Promise<EntityRecord[]> {
  if (texts.length === 0) return []
  const tags = await Promise.all(texts.map(text => sealer.tag(text)))
  // Asked side by side: `anyOf` would walk them with a cursor, a way to and fro for each.
  const found = await db.transaction('r', db.applications, () =>
    Promise.all(tags.map(tag => db.applications.where('tags').equals(tag).toArray())),
  )
  const rows = [...new Map(found.flat().map(row => [row.id, row])).values()]
  return openRecords(
    sealer,
    rows.sort((a, b) => b.day - a.day || (a.id < b.id ? 1 : -1)),
  )
}

async function findByRegistration(context: QueryContext, typed: string): Promise<EntityRecord[]> {
  const number = readTypedNumber(typed)
  if (number === null) return []
  const records = await findTagged(context, [numberText(number.year, number.serial)])
  const ranked = records.flatMap(record => {
    const own = findState('application', record)?.registered?.number
    const likeness = own ? (number.letter === null ? 0 : likenessOfLetter(number.letter, own.letter)) : null
    if (likeness === null) return []
    return [{ record, rank: likeness * 2 + Number(number.suffix !== null && number.suffix !== own?.suffix) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ record }) => record)
}

/** Before the first visitor of today a ticket in someone's hand is of the day before: no clock is asked. */
async function findByTicket({ db, sealer }: QueryContext, typed: string): Promise<EntityRecord[]> {
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
  const rows = (await db.applications.bulkGet(ids)).filter(row => row !== undefined)
  return openRecords(sealer, rows)
}
