import { type Action, type Cursor, type EntityId, keyOf, type Noun, nounOf, SubjectId } from '#shared/change/action.ts'
import { isReadable, type View, viewOf } from '#shared/change/project-view.ts'
import type { Related } from '#shared/change/related.ts'
import type { HoldGround } from '#shared/retention/model.ts'
import { type RecordFact, recordOf } from '#shared/retention/record-of.ts'
import { joinedRecords, type SubjectRecords } from '#shared/retention/rules.ts'
import { foldSubject } from '#shared/subject/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { OpenDesk } from '../open-desk.ts'

/** Nouns in which records of people lie. */
const NOUNS: readonly Noun[] = [
  ...([
    'application',
    'visit',
    'demand',
    'letter',
    'protocol',
    'instruction',
    'feedback',
    'contact',
    'subject',
  ] as const),
]

/** So many actions are read at once of what was written since. */
const PAGE = 500

/** What is remembered of an entity: codes and days, nothing that is personal. */
interface Noted {
  readonly subjects: readonly SubjectId[]
  readonly record: RecordFact | null
  readonly unread: boolean
  readonly held: { readonly ground: HoldGround; readonly on: PlainDate } | null
  readonly isPending: boolean
}

/** All that is kept of one person, with where it lies. */
export interface SubjectEntry extends SubjectRecords {
  /** By which the person is found. */
  readonly subject: SubjectId
  /** All that are this person: more than one where desks that were apart each began them. */
  readonly subjects: readonly SubjectId[]
  readonly entities: readonly EntityId[]
  /** Who of them is held, and since when. */
  readonly heldAs: SubjectId | null
  readonly heldSince: PlainDate | null
  /** Rows from Excel without an outcome. */
  readonly pending: number
}

/** Who is kept, and by which records: read of the whole journal once, and of what was written since from then on. */
export class RetentionLedger {
  readonly #desk: OpenDesk
  readonly #noted = new Map<EntityId, Noted>()
  #cursor: Cursor | null = null

  constructor(desk: OpenDesk) {
    this.#desk = desk
  }

  /** Reads on to where the journal stands. Throws what reading throws; what was not read is read the next time. */
  async refresh(): Promise<void> {
    const { journal } = this.#desk
    const { cursor } = journal.head()
    const moved =
      this.#cursor === null ? NOUNS.flatMap(noun => journal.entitiesOf(noun)) : await this.#since(this.#cursor)
    for (const entity of moved) this.#noted.set(entity, await this.#note(entity))
    this.#cursor = cursor
  }

  /** Everybody who is kept, by their own key. Who was erased is kept no more. */
  entries(): SubjectEntry[] {
    const { gate, keyring } = this.#desk
    const { erasedSubjects } = gate.related()
    const found = new Map<SubjectId, EntityId[]>()
    for (const [entity, noted] of this.#noted) {
      for (const subject of this.#subjectsOf(noted)) {
        const own = found.get(subject)
        if (own === undefined) found.set(subject, [entity])
        else own.push(entity)
      }
    }
    const kept = [...found].filter(([subject]) => !erasedSubjects.has(subject) && keyring.keyOf(subject) !== null)
    const people = new Map<SubjectId, readonly SubjectId[]>()
    for (const [subject] of kept) {
      const same = keyring.sharing(subject).filter(one => !erasedSubjects.has(one))
      people.set(same.toSorted()[0] ?? subject, same.toSorted())
    }
    return [...people].map(([subject, subjects]) => this.#entry(subject, subjects, found))
  }

  #entry(subject: SubjectId, subjects: readonly SubjectId[], found: ReadonlyMap<SubjectId, EntityId[]>): SubjectEntry {
    const entities = [...new Set(subjects.flatMap(one => found.get(one) ?? []))]
    const noted = entities.flatMap(entity => this.#noted.get(entity) ?? [])
    const same = noted.map(({ held, unread, record }) => ({
      ...{ held: held?.ground ?? null, unread },
      records: record === null ? [] : [record],
    }))
    // A key came of a person whose records have not come yet: what they say nobody can judge.
    const awaited = subjects.every(one => found.has(one)) ? [] : [{ held: null, unread: true, records: [] }]
    const held = entities.find(entity => this.#noted.get(entity)?.held)
    return {
      ...{ subject, subjects, entities, ...joinedRecords([...same, ...awaited]) },
      heldAs: held === undefined ? null : SubjectId.parse(keyOf(held)),
      heldSince: (held && this.#noted.get(held)?.held?.on) ?? null,
      pending: noted.filter(one => one.isPending).length,
    }
  }

  /** The person an entity names, or whose application it is about. */
  #subjectsOf({ subjects, record }: Noted): readonly SubjectId[] {
    const about = record?.about ?? null
    const through = about === null ? [] : (this.#noted.get(about)?.subjects ?? [])
    return [...new Set([...subjects, ...through])]
  }

  async #since(after: Cursor): Promise<EntityId[]> {
    const moved = new Set<EntityId>()
    for (let [cursor, atEnd] = [after, false]; !atEnd; ) {
      const page = await this.#desk.journal.read(cursor, PAGE)
      for (const { entity } of page.actions) if (NOUNS.some(noun => entity.startsWith(`${noun}:`))) moved.add(entity)
      cursor = page.next
      atEnd = page.atEnd
    }
    return [...moved]
  }

  async #note(entity: EntityId): Promise<Noted> {
    const { view, readable, actions } = await openEntity(this.#desk, entity)
    const named = actions.flatMap(({ personal }) => personal?.subject ?? [])
    const own = nounOf(entity) === 'subject' ? [SubjectId.parse(keyOf(entity))] : []
    const held = nounOf(entity) === 'subject' ? foldSubject(readable).held : null
    const isImported = view.noun === 'application' && view.state.status === 'imported'
    return {
      subjects: [...new Set([...own, ...named])],
      record: recordOf(view, readable),
      unread: readable.length < actions.length,
      held,
      isPending: isImported && view.state.facts?.outcome === 'pending',
    }
  }
}

/** An entity opened: all its actions, those this program can read, and how it stands. */
export interface OpenedEntity {
  readonly actions: readonly Action[]
  readonly readable: readonly Action[]
  readonly view: View
}

/** Opens an entity as main reads it. */
export async function openEntity({ journal, gate }: OpenDesk, entity: EntityId): Promise<OpenedEntity> {
  const actions = await journal.actionsOf(entity)
  const readable = actions.filter(isReadable)
  return { actions, readable, view: viewOf(nounOf(entity), readable, gate.related()) }
}

/** The same entity as it will stand once its people are erased. */
export function erasedView(
  entity: EntityId,
  readable: readonly Action[],
  related: Related,
  people: ReadonlySet<string>,
): View {
  const bare = readable.map(action =>
    action.personal !== null && people.has(action.personal.subject)
      ? { ...action, personal: { ...action.personal, value: null } }
      : action,
  )
  const last = readable
    .map(({ stamp }) => stamp)
    .toSorted()
    .at(-1)
  const gone = last === undefined ? [] : [...people].map(subject => [subject, last] as const)
  const erasedSubjects = new Map([...related.erasedSubjects, ...gone])
  return viewOf(nounOf(entity), bare, { ...related, erasedSubjects })
}
