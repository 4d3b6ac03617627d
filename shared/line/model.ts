import { z } from 'zod'
import { type EntityId, entityId, type InstallationId } from '../change/action.ts'
import { fromDayNumber, type PlainDate, toDayNumber } from '../time/plain-date.ts'
import { Ticket } from '../visit/model.ts'

/** Why a desk takes over a line that another one calls from: they agreed; nobody sits there; its computer or its wire is down. */
export const TakeGround = z.enum(['agreed', 'nobody', 'broken'])
export type TakeGround = z.infer<typeof TakeGround>

/** A visitor was called from a line. `begins`: the line was no desk's, and is this one's from now on. */
export const LineCalled = z.strictObject({ ticket: Ticket, begins: z.boolean() })
export type LineCalled = z.infer<typeof LineCalled>

/** A desk took the line over: it alone calls from it from now on. */
export const LineTaken = z.strictObject({ ground: TakeGround })
export type LineTaken = z.infer<typeof LineTaken>

/** So much of an official's id stands in the key of a line. */
const MOST = 71

/** The line of an official on a day; of null that of unit heads and helpers. */
export function lineEntity(day: PlainDate, officialId: string | null): EntityId {
  const key = String(toDayNumber(day))
  return entityId('line', officialId === null ? key : `${key}-${officialId.slice(0, MOST)}`)
}

/** The day and the official in the id of a line; null of an id that is none. */
export function lineIn(entity: EntityId): { readonly day: PlainDate; readonly officialId: string | null } | null {
  const [, day, officialId = null] = /^line:(\d{8})(?:-(.+))?$/.exec(entity) ?? []
  return day === undefined ? null : { day: fromDayNumber(Number(day)), officialId }
}

/** A desk of the office, as far as whether somebody works at it. */
export interface DeskOfOffice {
  readonly installation: InstallationId
  readonly retired: string | null
}

/**
 * The other desks somebody may work at: all that were not retired. One that goes on as another is among them until it is: where
 * its data were copied, somebody works at both. None: nobody is asked whose a line is.
 */
export function othersAtWork<D extends DeskOfOffice>(desks: readonly D[], own: string): D[] {
  return desks.filter(({ installation, retired }) => installation !== own && retired === null)
}
