import type { EntityRecord } from '#shared/change/project.ts'
import { type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import type { ApplicationListRow, VisitRow } from './query-types.ts'
import { findState } from './rows.ts'

/** The visits of one day, by id. */
interface Held {
  /** `yyyymmdd`. */
  readonly day: number
  readonly rows: Map<string, VisitRow>
  /** The rows in their order; null: they are to be put in order. */
  inOrder: readonly VisitRow[] | null
}

/**
 * The visitors of the day that was asked for last, ready in the worker's memory: on a day of six hundred an act costs that one
 * visitor and not all. Like the lines they follow every fold; who was not touched is the same object. It ends with the worker,
 * as the keys do.
 */
export class DayVisits {
  private held: Held | null = null
  /** Grows with every change: what was read before it is not kept. */
  changes = 0

  /** All of a day in the order of their tickets; null: they are to be read. */
  find(day: PlainDate): readonly VisitRow[] | null {
    const { held } = this
    if (held === null || held.day !== toDayNumber(day)) return null
    held.inOrder ??= [...held.rows.values()].sort(byTicket)
    return held.inOrder
  }

  /** Holds those just read. Nothing may have been folded since. */
  keep(day: PlainDate, rows: readonly VisitRow[]): void {
    this.held = { day: toDayNumber(day), rows: new Map(rows.map(row => [row.id, row])), inOrder: rows }
  }

  /** Brings a visit up to date, or the visitors of an application. `lineOf`: as lists show one; undefined: it is to be read. */
  put(record: EntityRecord, lineOf: (application: string) => ApplicationListRow | null | undefined): void {
    this.changes += 1
    const { held } = this
    if (held === null) return
    if (record.id.startsWith('application:')) this.putApplication(held, record.id, lineOf(record.id))
    else if (record.id.startsWith(`visit:${held.day}-`)) this.putVisit(held, record, lineOf)
  }

  private putApplication(held: Held, id: string, application: ApplicationListRow | null | undefined): void {
    for (const row of held.rows.values()) {
      if (row.state.checkIn?.application !== id) continue
      if (application === undefined) {
        this.held = null
        return
      }
      held.rows.set(row.id, { ...row, application })
      held.inOrder = null
    }
  }

  private putVisit(
    held: Held,
    record: EntityRecord,
    lineOf: (id: string) => ApplicationListRow | null | undefined,
  ): void {
    const row = visitRow(record, id => lineOf(id) ?? held.rows.get(record.id)?.application)
    held.inOrder = null
    if (row === null) held.rows.delete(record.id)
    else if (row === undefined) this.held = null
    else held.rows.set(row.id, row)
  }
}

/** The row of a visit; null where nobody came by it, undefined where its application is to be read first. */
function visitRow(
  record: EntityRecord,
  lineOf: (application: string) => ApplicationListRow | null | undefined,
): VisitRow | null | undefined {
  const state = findState('visit', record)
  if (state === null || state.checkIn === null) return null
  const application = lineOf(state.checkIn.application)
  if (application === undefined) return undefined
  return { id: record.id, head: record.actions.at(-1)?.id ?? null, needsUpdate: record.unread, state, application }
}

/** The order of tickets: by the desk's letter, then by number. */
export function byTicket(one: Pick<VisitRow, 'state'>, other: Pick<VisitRow, 'state'>): number {
  const [a, b] = [one.state.checkIn?.ticket, other.state.checkIn?.ticket]
  // Of one desk are nearly all of them, and comparing letters costs more than all the rest.
  const letters = a?.letter === b?.letter ? 0 : (a?.letter ?? '').localeCompare(b?.letter ?? '', 'kk')
  return letters || (a?.serial ?? 0) - (b?.serial ?? 0)
}
