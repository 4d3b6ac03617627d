import { addKept, applyCount, type Counts, noCounts } from '../report/counts.ts'
import type { EntityId } from './action.ts'
import { claimsOf } from './claims.ts'
import { type Change, type EntityRecord, sinceOf } from './project.ts'
import { countableOf, dayOf, isLive, keptCountsOf, type View } from './project-view.ts'

/** Why a person has to look. */
export const ATTENTION_KINDS = [
  'desk_letter_twice',
  'eotinish_twice',
  'slot_twice',
  'person_twice',
  'visitor_twice',
  'schedule_twice',
  'needs_update',
  /** Desks apart did what cannot all be so; or changed the same, and the later hid the other; or wrote of one who was erased. */
  'decided_apart',
  'changed_apart',
  'erased_apart',
] as const
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

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
    days: [...new Set([...views.map(dayOf).filter(day => day !== null), ...views.flatMap(keptDays)])],
    claims: [...new Set(moved.flatMap(({ before, after }) => [...claims(before), ...claimsOf(after)]))],
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
  for (const { day: of, ...kept } of keptCountsOf(view)) days.set(of, addKept(days.get(of) ?? noCounts(), kept, sign))
}

function keptDays(view: View | null): number[] {
  return keptCountsOf(view).map(({ day }) => day)
}

function claims(record: EntityRecord | null): string[] {
  return record === null ? [] : claimsOf(record)
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
    isTwice(key, gathered.holders.get(key) ?? []) ? key : null,
    isTwice(key, holders) ? claimAttention(key, holders) : null,
  ])
}

/** What is told of a claim that two hold, by how the claim begins. */
const CLAIM_KINDS: readonly (readonly [string, AttentionKind])[] = [
  ['desk-letter:', 'desk_letter_twice'],
  ['eotinish:', 'eotinish_twice'],
  ['slot:', 'slot_twice'],
  ['person:', 'person_twice'],
  ['in_house:', 'visitor_twice'],
]

/** Claims that one desk may hold twice: it is told when it does so, and a person decides at once. */
const BY_DESK = ['person:', 'in_house:']

function isTwice(claim: string, holders: readonly Holder[]): boolean {
  if (!BY_DESK.some(beginning => claim.startsWith(beginning))) return holders.length > 1
  return new Set(holders.map(({ entity }) => deskOf(entity))).size > 1
}

/** The installation in the key of an application or a visit. */
function deskOf(entity: EntityId): string {
  return /(?:^|[:-])([0-9a-z]{16})-/.exec(entity)?.[1] ?? entity
}

/** It stands since the second came. */
function claimAttention(id: string, holders: readonly Holder[]): Attention {
  const since = holders.map(holder => holder.since).sort()[1] ?? ''
  const kind = CLAIM_KINDS.find(([beginning]) => id.startsWith(beginning))?.[1]
  if (kind === undefined) throw new Error('a claim of no kind')
  return { id, kind, entities: holders.map(holder => holder.entity).sort(), since }
}

function ownAttentions({ before, after }: Change): Turn[] {
  return OWN.map(({ id, find }) => {
    const key = `${id}:${after.id}`
    const is = find(after)
    return [
      before !== null && find(before) !== null ? key : null,
      is && { id: key, kind: is.kind, entities: [after.id], since: is.since },
    ]
  })
}

/** What one entity alone calls for: of each at most one attention. */
const OWN: readonly {
  readonly id: string
  readonly find: (record: EntityRecord) => Pick<Attention, 'kind' | 'since'> | null
}[] = [
  {
    id: 'schedule_twice',
    find: ({ view, actions }) =>
      view?.noun === 'schedule' && view.state.approvedTwice
        ? { kind: 'schedule_twice', since: lastDay(actions) }
        : null,
  },
  {
    id: 'needs_update',
    find: ({ unread, actions }) => (unread ? { kind: 'needs_update', since: lastDay(actions) } : null),
  },
  {
    id: 'apart',
    find: ({ clash }) => (clash === undefined ? null : { kind: `${clash.kind}_apart`, since: clash.since }),
  },
  {
    id: 'erased',
    find: ({ late, actions }) => {
      const first = actions.find(({ id }) => late?.includes(id))
      return first === undefined ? null : { kind: 'erased_apart', since: first.date }
    },
  },
]

function lastDay(actions: EntityRecord['actions']): string {
  return actions.at(-1)?.date ?? ''
}
