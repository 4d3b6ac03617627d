import {
  type Action,
  type EntityId,
  entityId,
  type Intent,
  inOrder,
  keyOf,
  type Noun,
  type SubjectId,
} from '#shared/change/action.ts'
import { decide } from '#shared/change/decide.ts'
import type { Related } from '#shared/change/related.ts'
import { endsBeside } from '#shared/clash/seen.ts'
import { foldImport } from '#shared/import/transitions.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import type { Stamp } from '#shared/time/stamp.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { ActionDraft, Journal } from '../journal/types.ts'
import { inTurn } from './in-turn.ts'
import { notePlaces } from './slots.ts'

/** Who acts, on which legal date and at which time of day at the office, at which instant (milliseconds): all of the believed clock. */
export interface Actor {
  readonly user: string
  readonly role: ActionDraft['role']
  readonly date: PlainDate
  readonly time: PlainTime
  readonly now: number
}

/** An intent together with the personal part that main alone may attach. */
export interface Act {
  readonly intent: Intent
  readonly personal?: { readonly subject: SubjectId; readonly value: Record<string, unknown> }
}

/** Decides and appends acts while a turn is held. */
export type ActNow = (acts: readonly Act[], actor: Actor) => Promise<Action[]>

/** The one way into the journal: decides on the entity's own actions and appends, one call at a time. */
export interface Gate {
  act(acts: readonly Act[], actor: Actor): Promise<Action[]>
  /**
   * Runs a work in its turn: nothing is appended between what it reads and what it appends by `actNow`, so that a number
   * is found and given in one. `act` and `inTurn` called inside would wait for themselves for ever.
   */
  inTurn<T>(work: (actNow: ActNow) => Promise<T>): Promise<T>
  /** Takes whole calls of another desk in its turn, so that nothing is decided on what moves meanwhile. As `Journal.receive`. */
  take(...received: Parameters<Journal['receive']>): Promise<Action[]>
  related(): Related
}

/**
 * Makes the gate through which every action passes. Calls run one after another, so what was decided on is still the
 * head when it is appended. All acts of a call are decided before any is appended: all or none. Each is decided on what
 * stands, so a call may hold one act on an entity; a second one is a bug of the caller and throws an Error.
 * Throws ExpectedError with the code of the refused act (`change.*`, `subject.erased`) or of the journal (`journal.*`).
 */
export async function createGate(journal: Journal): Promise<Gate> {
  const undoneBatches = new Set<string>()
  const erasedSubjects = new Map<string, Stamp>()
  const related: Related = { undoneBatches, erasedSubjects }
  for (const [entity, actions] of await readAll(journal, 'import')) {
    if (foldImport(actions).status === 'undone') undoneBatches.add(keyOf(entity))
  }
  for (const [entity, actions] of await readAll(journal, 'subject')) {
    const first = inOrder(actions).find(({ type }) => type === 'subject.erased')
    if (first !== undefined) erasedSubjects.set(keyOf(entity), first.stamp)
  }

  const serially = inTurn()

  async function decideAndAppend(acts: readonly Act[], actor: Actor): Promise<Action[]> {
    demandOneEach(acts)
    const drafts: ActionDraft[] = []
    for (const act of acts) drafts.push(await draftOf(journal, related, act, actor))
    const actions = await journal.append(drafts)
    remember(actions)
    return actions
  }

  function remember(actions: readonly Action[]): void {
    for (const action of actions) {
      if (action.type === 'import.undone') undoneBatches.add(keyOf(action.entity))
      if (action.type !== 'subject.erased') continue
      const before = erasedSubjects.get(keyOf(action.entity))
      if (before === undefined || action.stamp < before) erasedSubjects.set(keyOf(action.entity), action.stamp)
    }
  }

  async function takeNow(...received: Parameters<Journal['receive']>): Promise<Action[]> {
    const actions = await journal.receive(...received)
    remember(actions)
    await notePlaces(journal, actions)
    return actions
  }

  return {
    take: (...received) => serially(() => takeNow(...received)),
    act: (acts, actor) => serially(() => decideAndAppend(acts, actor)),
    inTurn: work => serially(() => work(decideAndAppend)),
    related: () => related,
  }
}

/** Two acts on one entity would both be decided on the same head. */
function demandOneEach(acts: readonly Act[]): void {
  const entities = new Set(acts.map(act => act.intent.entity))
  if (entities.size < acts.length) throw new Error('two acts on one entity in one call')
}

async function draftOf(journal: Journal, related: Related, act: Act, actor: Actor): Promise<ActionDraft> {
  const { intent } = act
  const own = journal.has(intent.entity) ? await journal.actionsOf(intent.entity) : []
  const decided = unwrap(decide(intent, own, related))
  // Between the fact of an erasure and the end of the key, what is sealed would be lost with it.
  if (act.personal && related.erasedSubjects.has(act.personal.subject)) throw new ExpectedError('subject.erased')
  const beside = endsBeside(own, intent.basedOn)
  return {
    ...decided,
    entity: intent.entity,
    date: actor.date,
    user: actor.user,
    role: actor.role,
    basedOn: intent.basedOn,
    ...(beside.length === 0 ? {} : { beside }),
    personal: act.personal ?? null,
  }
}

async function readAll(journal: Journal, noun: Noun): Promise<[EntityId, Action[]][]> {
  const read: [EntityId, Action[]][] = []
  for (const entity of journal.entitiesOf(noun)) read.push([entity, await readableActionsOf(journal, entity)])
  return read
}

/** An intent on the entity as it stands now in the journal. For acts that main itself composes. */
export function intentNow(
  journal: Journal,
  noun: Noun,
  key: string,
  type: string,
  body: Record<string, unknown>,
): Intent {
  const entity: EntityId = entityId(noun, key)
  return { entity, type, basedOn: journal.headOf(entity), body }
}
