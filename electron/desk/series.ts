import { type EntityId, keyOf, type Noun } from '#shared/change/action.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

/** So many of this desk's last entities are asked for the press that made them: more than were ever made while one waited. */
const REMEMBERED = 200

/** What a key of a series says: its period (a year, a day) and its number in it, from 1. */
export interface PlaceInSeries {
  readonly period: number
  readonly serial: number
}

/** The entities of one noun that this desk numbers, period by period. Asked and told only in a turn of the gate. */
export interface Series {
  /** The serial after the greatest one given in a period: never one that was given, and none is left out. */
  next(period: number): number
  /** Entities of a period that this desk has numbered. */
  ofPeriod(period: number): readonly EntityId[]
  /** The entity a press has made already, or null. */
  find(request: string): Promise<EntityId | null>
  /** Told once an entity stands in the journal, and only then. */
  given(entity: EntityId, request: string): void
}

export interface SeriesOptions {
  readonly journal: Pick<Journal, 'entitiesOf' | 'actionsOf'>
  readonly noun: Noun
  /** The first action of every entity of the series, and where the press stands in it. */
  readonly type: string
  readonly requestOf: (body: Record<string, unknown>) => unknown
  /** Null for a key of another desk or of another form. */
  readonly placeOf: (key: string) => PlaceInSeries | null
}

/** A series of a journal. Keys are looked through once; presses are read from the journal when first asked for. */
export function openSeries({ journal, noun, type, requestOf, placeOf }: SeriesOptions): Series {
  const periods = new Map<number, { greatest: number; entities: EntityId[] }>()
  const own: EntityId[] = []

  function note(entity: EntityId): void {
    const place = placeOf(keyOf(entity))
    if (place === null) return
    own.push(entity)
    const period = periods.get(place.period) ?? { greatest: 0, entities: [] }
    periods.set(place.period, period)
    period.greatest = Math.max(period.greatest, place.serial)
    period.entities.push(entity)
  }

  for (const entity of journal.entitiesOf(noun)) note(entity)
  let requests: Map<unknown, EntityId> | null = null

  async function readRequests(): Promise<Map<unknown, EntityId>> {
    // All at once: one after another each would wait its turn behind whatever else main does after a start.
    const last = own.slice(-REMEMBERED)
    const read = await Promise.all(last.map(entity => readableActionsOf(journal, entity)))
    const found = new Map<unknown, EntityId>()
    for (const [at, entity] of last.entries()) {
      const first = read[at]?.find(action => action.type === type)
      if (first) found.set(requestOf(first.body), entity)
    }
    return found
  }

  return {
    next: period => (periods.get(period)?.greatest ?? 0) + 1,
    ofPeriod: period => periods.get(period)?.entities ?? [],
    async find(request) {
      requests ??= await readRequests()
      return requests.get(request) ?? null
    },
    given(entity, request) {
      note(entity)
      requests?.set(request, entity)
    },
  }
}
