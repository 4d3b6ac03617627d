import { z } from 'zod'
import { EntityId } from '../change/action.ts'

/**
 * What a day leaves open: a visitor who came and was neither received nor sent home (by how the visit stands), one who was
 * called and did not come, a reception without its result, an application without its e-Otinish number (clause 25) or its talon.
 */
export const LeftOpenKind = z.enum([
  'not_received',
  'in_room',
  'parked',
  'missed',
  'no_result',
  'no_eotinish',
  'no_talon',
])
export type LeftOpenKind = z.infer<typeof LeftOpenKind>

/** One thing a day leaves open: of a visit or of an application. */
export const LeftOpen = z.strictObject({ kind: LeftOpenKind, entity: EntityId })
export type LeftOpen = z.infer<typeof LeftOpen>
