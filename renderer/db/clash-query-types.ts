import type { RegistrationNumber } from '#shared/application/registration.ts'
import type { Action, ActionId, EntityId } from '#shared/change/action.ts'
import type { AttentionKind } from '#shared/change/project-sums.ts'
import type { Difference } from '#shared/clash/differences.ts'

/** Something only a person can settle. */
export interface AttentionRow {
  readonly id: string
  readonly kind: AttentionKind
  readonly entities: readonly string[]
  readonly since: string
}

/** An act of a side, of which desk, with what it says otherwise than the other sides. */
export interface ClashLine extends Pick<Action, 'id' | 'type' | 'at' | 'date' | 'user' | 'body'> {
  readonly installation: string
}

/** A side of what a person is to settle: what was done, and what it says otherwise than the others. */
export interface ClashSide {
  readonly acts: readonly ActionId[]
  readonly lines: readonly ClashLine[]
  readonly differs: readonly Difference[]
}

/** What an entity is told by: a number, a name, words in both languages; empty where it has none. */
export interface ClashTitle {
  readonly number: RegistrationNumber | null
  readonly text: string
  readonly words: { readonly kk: string; readonly ru: string } | null
}

/** One of the entities an attention is about. */
export interface ClashLook {
  readonly entity: EntityId
  readonly title: ClashTitle
  readonly head: ActionId | null
  /** Sides of what desks did apart; of an entity that only holds what another holds too, one side: how it began. */
  readonly sides: readonly ClashSide[]
}

/** Questions of what desks did apart. Part of `Queries`. */
export interface ClashQueries {
  'attentions.all': { readonly params: Record<string, never>; readonly result: readonly AttentionRow[] }
  /** All an attention is about, with both sides. */
  'attentions.look': {
    readonly params: { readonly kind: AttentionKind; readonly entities: readonly string[] }
    readonly result: readonly ClashLook[]
  }
}
