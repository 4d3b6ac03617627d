import type { EntityId } from '#shared/change/action.ts'
import type { Past } from '#shared/instruction/forecast.ts'
import type { Handling } from '#shared/instruction/handled.ts'
import type { ProtocolNumber } from '#shared/protocol/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ApplicationListRow, EntityState } from './query-types.ts'

/** An instruction with its application as lists show it (null: not in the store) and the number of its protocol. */
export interface ControlRow {
  readonly state: EntityState<'instruction'>
  readonly application: ApplicationListRow | null
  readonly protocol: ProtocolNumber | null
}

/** The queries of what is on control. */
export interface ControlQueries {
  /** The instructions on an application, by due days. */
  'instructions.of': {
    readonly params: { readonly application: string }
    readonly result: readonly EntityState<'instruction'>[]
  }
  /** All that is on control (clause 32), by due days; null: the application is not in the store. */
  'instructions.controlled': {
    readonly params: Record<string, never>
    readonly result: readonly ControlRow[]
  }
  /** What left control on some days, both included, by due days. */
  'instructions.closed': {
    readonly params: { readonly from: PlainDate; readonly to: PlainDate }
    readonly result: readonly ControlRow[]
  }
  /** The instructions on an application as the board shows them. */
  'instructions.board': { readonly params: { readonly application: string }; readonly result: readonly ControlRow[] }
  /** What executors have done (`pastKeyOf`), by their keys: what forecasts are made of. */
  'instructions.past': {
    readonly params: { readonly executors: readonly string[] }
    readonly result: Readonly<Record<string, readonly Past[]>>
  }
  /** Everybody who had to do with some cases: whom clause 35 speaks of. */
  'executors.handled': {
    readonly params: { readonly applications: readonly EntityId[] }
    readonly result: readonly Handling[]
  }
}
