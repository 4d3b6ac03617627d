import { applyCount, type Counts, noCounts } from '../report/counts.ts'
import type { EntityId } from './action.ts'
import { type Change, type EntityRecord, sinceOf } from './project.ts'
import { claimsOf, countableOf, dayOf, isLive, type View } from './project-view.ts'

/** Why a person has to look. */
export type AttentionKind = 'desk_letter_twice' | 'eotinish_twice' | 'slot_twice' | 'schedule_twice' | 'needs_update'

/** Something only a person can settle, by a further action. `id` is stable: `<claim key>` or `<kind>:<entity>`. */
export interface Attention {
  readonly id: string
  readonly kind: AttentionKind
  readonly entities: readonly EntityId[]
  /** Legal date since which it stands, `YYYY-MM-DD`. */
  readonly since: string
}

/** An entity that holds a claim key, with the legal date of its first action. */
export interface Holder {
  readonly entity: EntityId
  readonly since: string
}

/** What has to be loaded before the sums of some changes can be settled. */
export interface SumKeys {
  readonly days: readonly number[]
  readonly claims: readonly string[]
}

/** What the store holds under those keys before the changes. Absent: nothing. */
export interface GatheredSums {
  readonly days: ReadonlyMap<number, Counts>
  readonly holders: ReadonlyMap<string, readonly Holder[]>
}

/** What to write beside the records. Days with no rows left and attentions that no longer stand are dropped. */
export interface Sums {
  readonly days: ReadonlyMap<number, Counts>
  readonly attentions: readonly Attention[]
  readonly dropped: readonly string[]
  /** How the number of live applications and of marked ones changes. */
  readonly applications: number
  readonly marked: number
}

/** Days and claim keys that the changes touch, before or after. */
export function sumKeys(changes: readonly Change[]): SumKeys {
  const views = changes.flatMap(({ before, after }) => [before?.view ?? null, after.view])
  const moved = changes.filter(change => claimsMoved(change))
  return {
    days: [...new Set(views.map(dayOf).filter(day => day !== null))],
    claims: [...new Set(moved.flatMap(({ before, after }) => [...claims(before), ...claimsOf(after.view)]))],
  }
}

/** New row minus old row on the counts of each day, and the attentions of the claims that moved. */
export function settleSums(changes: readonly Change[], gathered: GatheredSums): Sums {
  const days = new Map(gathered.days)
  let applications = 0
  let marked = 0
  for (const { before, after } of changes) {
    count(days, before?.view ?? null, -1)
    count(days, after.view, 1)
    applications += Number(isLive(after.view)) - Number(isLive(before?.view ?? null))
    marked +=
      Number(countableOf(after.view)?.marked ?? false) - Number(countableOf(before?.view ?? null)?.marked ?? false)
  }
  const attentions: Attention[] = []
  const dropped: string[] = []
  for (const [was, is] of [...claimAttentions(changes, gathered), ...changes.flatMap(ownAttentions)]) {
    if (is) attentions.push(is)
    else if (was) dropped.push(was)
  }
  return { days, attentions, dropped, applications, marked }
}

/** The attention as it was (its id, null where there was none) and as it is. */
type Turn = readonly [string | null, Attention | null]

function count(days: Map<number, Counts>, view: View | null, sign: 1 | -1): void {
  const day = dayOf(view)
  const one = countableOf(view)
  if (day !== null && one !== null) days.set(day, applyCount(days.get(day) ?? noCounts(), one, sign))
}

function claims(record: EntityRecord | null): string[] {
  return claimsOf(record?.view ?? null)
}

function claimsMoved({ before, after }: Change): boolean {
  return claims(before).join('\n') !== claims(after).join('\n')
}

function claimAttentions(changes: readonly Change[], gathered: GatheredSums): Turn[] {
  const changed = new Set(changes.map(change => change.after.id))
  const held = new Map<string, Holder[]>()
  for (const key of sumKeys(changes).claims) {
    held.set(
      key,
      (gathered.holders.get(key) ?? []).filter(holder => !changed.has(holder.entity)),
    )
  }
  for (const { after } of changes) {
    for (const key of claims(after)) held.get(key)?.push({ entity: after.id, since: sinceOf(after) })
  }
  return [...held].map(([key, holders]) => [
    (gathered.holders.get(key)?.length ?? 0) > 1 ? key : null,
    holders.length > 1 ? claimAttention(key, holders) : null,
  ])
}

/** What is told of a claim that two hold, by how the claim begins. */
const CLAIM_KINDS: readonly (readonly [string, AttentionKind])[] = [
  ['desk-letter:', 'desk_letter_twice'],
  ['eotinish:', 'eotinish_twice'],
  ['slot:', 'slot_twice'],
]

/** It stands since the second came. */
function claimAttention(id: string, holders: readonly Holder[]): Attention {
  const since = holders.map(holder => holder.since).sort()[1] ?? ''
  const kind = CLAIM_KINDS.find(([beginning]) => id.startsWith(beginning))?.[1]
  if (kind === undefined) throw new Error('a claim of no kind')
  return { id, kind, entities: holders.map(holder => holder.entity).sort(), since }
}

function ownAttentions({ before, after }: Change): Turn[] {
  const kinds = ['schedule_twice', 'needs_update'] as const
  return kinds.map(kind => {
    const id = `${kind}:${after.id}`
    const was = before !== null && stands(kind, before)
    const since = after.actions.at(-1)?.date ?? ''
    return [was ? id : null, stands(kind, after) ? { id, kind, entities: [after.id], since } : null]
  })
}

function stands(kind: 'schedule_twice' | 'needs_update', record: EntityRecord): boolean {
  if (kind === 'needs_update') return record.unread
  return record.view?.noun === 'schedule' && record.view.state.approvedTwice
}
