import type { Clash } from '../clash/clash.ts'
import { settledIn } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Stamp } from '../time/stamp.ts'
import { type Action, type ActionId, type EntityId, inOrder, keyOf, Noun } from './action.ts'
import { bodyOf } from './action-types.ts'
import { unsettledOf } from './decide.ts'
import { isReadable, type View, viewOf } from './project-view.ts'
import type { Related } from './related.ts'

/** What the store keeps of one entity: its own actions in order, and the view folded from them. */
export interface EntityRecord {
  readonly id: EntityId
  readonly actions: readonly Action[]
  /** Null for a noun this program does not know. */
  readonly view: View | null
  /** Some of the actions cannot be read by this program: they are kept, and a person is told. */
  readonly unread: boolean
  /** What desks did apart with it that nobody has settled; absent: nothing. */
  readonly clash?: Clash
  /** Written of a person who was erased by then, elsewhere; absent: nothing. */
  readonly late?: readonly ActionId[]
  /** Others with which it holds one claim, and beside which it stands by a person's word; absent: none. */
  readonly beside?: readonly EntityId[]
}

/** One record as it was (null: new) and as it becomes. */
export interface Change {
  readonly before: EntityRecord | null
  readonly after: EntityRecord
}

/** What has to be loaded before `actions` can be folded: these entities, and all that hold these batches or subjects. */
export interface GatherKeys {
  readonly entities: readonly EntityId[]
  readonly batches: readonly string[]
  readonly subjects: readonly string[]
}

/** What was loaded for a fold. */
export interface Gathered {
  readonly records: ReadonlyMap<string, EntityRecord>
  readonly related: Related
}

/** The records that change, and what the folds after this one need to know across entities. */
export interface Folded {
  readonly changes: readonly Change[]
  readonly related: Related
}

/** What to load for `actions`. An import taken back and a person erased reach all entities that carry them. */
export function gatherKeys(actions: readonly Action[]): GatherKeys {
  const keysOf = (type: string) => [...new Set(actions.filter(a => a.type === type).map(a => keyOf(a.entity)))]
  return {
    entities: [...new Set(actions.map(action => action.entity))],
    batches: keysOf('import.undone'),
    subjects: keysOf('subject.erased'),
  }
}

/**
 * Folds new actions into the gathered records. Pure, idempotent (an action already held is passed over), and the same
 * whatever the order of arrival, because each view is folded anew from all actions of its entity in stamp order.
 */
export function foldRecords(gathered: Gathered, actions: readonly Action[]): Folded {
  const fresh = newActions(gathered.records, actions)
  const related = extendRelated(gathered.related, fresh)
  const changes: Change[] = []
  for (const [id, added] of fresh) {
    const before = gathered.records.get(id) ?? null
    changes.push({ before, after: makeRecord(id, [...(before?.actions ?? []), ...added], related) })
  }
  if (related !== gathered.related) {
    for (const before of gathered.records.values()) {
      if (!fresh.has(before.id) && isReached(before, gathered.related, related)) {
        changes.push({ before, after: makeRecord(before.id, before.actions, related) })
      }
    }
  }
  return { changes, related }
}

/** Batches of imports that the actions of an entity name. */
export function batchesOf(record: EntityRecord): string[] {
  return [...new Set(record.actions.map(batchOf).filter(batch => batch !== null))]
}

/** People whose data the actions of an entity carry. */
export function subjectsOf(record: EntityRecord): string[] {
  return [
    ...new Set(record.actions.map(action => action.personal?.subject ?? null).filter(subject => subject !== null)),
  ]
}

/** Legal date of the first action of an entity. */
export function sinceOf(record: EntityRecord): PlainDate {
  const first = record.actions[0]
  if (!first) throw new Error('entity without actions')
  return first.date
}

function newActions(records: Gathered['records'], actions: readonly Action[]): Map<EntityId, Action[]> {
  const fresh = new Map<EntityId, Action[]>()
  const seen = new Set<string>()
  for (const action of actions) {
    if (seen.has(action.id)) continue
    seen.add(action.id)
    if (records.get(action.entity)?.actions.some(own => own.id === action.id)) continue
    const list = fresh.get(action.entity)
    if (list) list.push(action)
    else fresh.set(action.entity, [action])
  }
  return fresh
}

function extendRelated(related: Related, fresh: ReadonlyMap<EntityId, readonly Action[]>): Related {
  const batches: string[] = []
  const subjects: [string, Stamp][] = []
  for (const [id, actions] of fresh) {
    for (const action of actions) {
      if (action.type === 'import.undone' && isReadable(action)) batches.push(keyOf(id))
      if (action.type === 'subject.erased' && isReadable(action)) subjects.push([keyOf(id), action.stamp])
    }
  }
  if (batches.length === 0 && subjects.length === 0) return related
  return {
    undoneBatches: new Set([...related.undoneBatches, ...batches]),
    erasedSubjects: subjects.reduce(withErased, related.erasedSubjects),
  }
}

/** The first erasure counts: what was written after it was written too late. */
function withErased(known: Related['erasedSubjects'], [subject, stamp]: [string, Stamp]): Related['erasedSubjects'] {
  const before = known.get(subject)
  return before !== undefined && before <= stamp ? known : new Map([...known, [subject, stamp]])
}

function isReached(record: EntityRecord, before: Related, after: Related): boolean {
  return (
    batchesOf(record).some(batch => after.undoneBatches.has(batch) && !before.undoneBatches.has(batch)) ||
    subjectsOf(record).some(subject => after.erasedSubjects.get(subject) !== before.erasedSubjects.get(subject))
  )
}

function makeRecord(id: EntityId, actions: readonly Action[], related: Related): EntityRecord {
  const own = inOrder(actions).map(action => withoutErased(action, related))
  const readable = own.filter(isReadable)
  const noun = Noun.safeParse(id.slice(0, id.indexOf(':')))
  const unread = readable.length < own.length
  if (!noun.success) return { id, actions: own, view: null, unread }
  const view = viewOf(noun.data, readable, related)
  return { id, actions: own, view, unread, ...waitingOf(noun.data, readable, related) }
}

/** What a person has to settle and has settled of an entity; of most there is nothing of it. */
function waitingOf(
  noun: Noun,
  readable: readonly Action[],
  related: Related,
): Pick<EntityRecord, 'clash' | 'late' | 'beside'> {
  const { clash, late } = unsettledOf(noun, readable, related)
  const beside = settledIn(readable).counting.flatMap(({ beside }) => beside)
  return {
    ...(clash === null ? {} : { clash }),
    ...(late.length === 0 ? {} : { late }),
    ...(beside.length === 0 ? {} : { beside: [...new Set(beside)].sort() }),
  }
}

/** What an erased person's actions carried must not stay in the store either. */
function withoutErased(action: Action, related: Related): Action {
  const { personal } = action
  if (personal === null || personal.value === null || !related.erasedSubjects.has(personal.subject)) return action
  return { ...action, personal: { ...personal, value: null } }
}

function batchOf(action: Action): string | null {
  if (!isReadable(action)) return null
  if (action.type === 'application.imported') return bodyOf('application.imported', action).batch
  if (action.type === 'official.added') return bodyOf('official.added', action).batch
  if (action.type === 'official.changed') return bodyOf('official.changed', action).batch ?? null
  return null
}
