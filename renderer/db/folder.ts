import { Dexie } from 'dexie'
import { type Action, type Cursor, type EntityId, keyOf } from '#shared/change/action.ts'
import { type Change, type EntityRecord, type Folded, foldRecords, gatherKeys } from '#shared/change/project.ts'
import { type Sums, settleSums, sumKeys } from '#shared/change/project-sums.ts'
import { NO_RELATED, type Related } from '#shared/change/related.ts'
import { type Counts, isNothing } from '#shared/report/counts.ts'
import { type Figures, figureMoves } from '#shared/report/day-figures.ts'
import { endingAt, furthest, holds, reaches } from './cursors.ts'
import { gatherRecords, gatherSums } from './gather.ts'
import { gatherFigures, type KeptFigures, sealFigures } from './kept-figures.ts'
import type { Lines } from './lines.ts'
import type { Moved } from './moved.ts'
import { findState, keyOfStored, openRecords, sealRecord, tableOf } from './rows.ts'
import { type Sealer, taggingOnce } from './seal.ts'
import type { SearchIndex } from './search-index.ts'
import {
  getState,
  getTotals,
  type StoreDatabase,
  type StoredApplication,
  type StoredAttention,
  type StoredDay,
  type StoredEntity,
  type StoredFigures,
  type StoredState,
  type StoredTotals,
} from './store.ts'
import { movedTotals } from './totals.ts'

/**
 * Opened actions, the cursor they were read from and the one after them. Whole entities brought before their turn stand
 * between two empty cursors: they fit anywhere and the store's cursor stays.
 */
export interface JournalPage {
  readonly actions: readonly Action[]
  readonly from: Cursor
  readonly next: Cursor
  /** Entities that have no action up to `from`. Absent: any may have. */
  readonly begun?: readonly EntityId[]
  /** More of the same follows, and nobody waits to see these: they may be folded together with it. */
  readonly isPart?: boolean
}

/** Days whose counts are held: a desk folds into today, an import into a quarter. */
const KNOWN_DAYS = 200
/** Entities whose records are held: those somebody works on. Some kilobytes each. */
const KNOWN_RECORDS = 500

/** A fold that memory follows: what it wrote is on its way to the disk. */
export interface Folding {
  /** The state once it is there, and all before it. Rejects with what Dexie throws (disk full, database lost). */
  readonly written: Promise<StoredState>
}

/** All that one fold writes, sealed and ready. */
interface Prepared {
  readonly records: readonly (StoredApplication | StoredEntity)[]
  readonly days: readonly StoredDay[]
  readonly emptyDays: readonly number[]
  readonly figures: readonly StoredFigures[]
  readonly emptyFigures: readonly number[]
  readonly attentions: readonly StoredAttention[]
  readonly dropped: readonly string[]
  readonly state: StoredState
  /** Number of the fold before it. */
  readonly after: number
  /** Null where they stay as they are. */
  readonly totals: StoredTotals | null
}

/**
 * The only writer of the store. One page at a time: load what it touches, fold (pure), seal, and write rows, counts,
 * attentions and the cursor in one transaction. Nothing asynchronous but Dexie runs inside that transaction. What is held in
 * memory follows as soon as the transaction stands before all that is read from then on, and does not wait for its end: the
 * journal holds these acts already. Nor does the next page wait for it, unless it has to read what is not held in memory.
 */
export class Folder {
  private readonly db: StoreDatabase
  private readonly sealer: Sealer
  private readonly index: SearchIndex
  private readonly lines: Lines
  private related: Related = NO_RELATED
  /** As the last fold left them: nobody else writes them. */
  private held: { readonly state: StoredState; readonly totals: StoredTotals } | null = null
  /** Records folded last, the oldest first, for the same reason. */
  private readonly records = new Map<string, EntityRecord>()
  /** So are the counts of the days folded into last. */
  private readonly days = new Map<number, Counts>()
  private readonly figures = new Map<number, Figures>()
  /** How many things somebody has to settle, once they were counted. */
  private settling: Promise<number> | null = null
  /** What memory follows and the store does not hold yet, in its order: under way, or its writing failed. */
  private owed: readonly Prepared[] = []
  /** All writing up to now. */
  private writing: Promise<unknown> = Promise.resolve()
  private hasFailed = false

  constructor(db: StoreDatabase, sealer: Sealer, index: SearchIndex, lines: Lines) {
    this.db = db
    this.sealer = sealer
    this.index = index
    this.lines = lines
  }

  /** Reads what reaches across entities. To be called once, before the first fold. */
  async start(): Promise<void> {
    const stored = await this.db.entities.where('noun').anyOf('import', 'subject').toArray()
    const records = await openRecords(this.sealer, stored)
    const keys = (wanted: (record: EntityRecord) => boolean) =>
      new Set(records.flatMap((record, index) => (wanted(record) && stored[index] ? [keyOfStored(stored[index])] : [])))
    this.related = {
      undoneBatches: keys(record => findState('import', record)?.status === 'undone'),
      erasedSubjects: new Map(
        records.flatMap(({ id, actions }) => {
          const erased = actions.find(({ type }) => type === 'subject.erased')
          return erased === undefined ? [] : [[keyOf(id), erased.stamp] as const]
        }),
      ),
    }
  }

  /** The totals as the last fold left them. */
  async totals(): Promise<StoredTotals> {
    return this.held?.totals ?? getTotals(this.db)
  }

  /** How many things somebody has to settle. Counted once, and again after a fold that moved them: few do. */
  attentions(): Promise<number> {
    this.settling ??= this.db.attentions.count().catch(error => {
      this.settling = null
      throw error
    })
    return this.settling
  }

  /**
   * Folds a page; done when memory follows it. A page or a part of one that was folded before changes nothing, and so does one that
   * does not join on: it was read for a store that is gone, and would leave a gap. `tell` hears what was moved, null where
   * nothing was: whatever is asked from then on, of memory or of the store, is answered with it. Where the writing fails nothing
   * of the page is in the store, and where it was told, the next fold writes it first, and `tell` hears that anything may have
   * moved: meanwhile the store was asked for rows it did not hold. Pages are to be folded one after another. Throws as `written`.
   */
  async fold(page: JournalPage, tell: (moved: Moved | 'any' | null) => void = () => undefined): Promise<Folding> {
    if (this.hasFailed) {
      await this.writeOwed()
      tell('any')
    }
    const { state, totals } = this.held ?? { state: await getState(this.db), totals: await getTotals(this.db) }
    const actions = page.actions.filter(action => !holds(state.cursor, action.id))
    const isFolded = actions.length === 0 && reaches(state.cursor, page.next)
    if (isFolded || !reaches(state.cursor, page.from)) {
      tell(null)
      return { written: this.writing.then(() => state) }
    }
    const read = () => this.writing.then(() => this.db)
    const known = { records: this.records, begun: begunBy(page, state) }
    const records = await gatherRecords(read, this.sealer, gatherKeys(actions), known)
    const folded = foldRecords({ records, related: this.related }, actions)
    const sealer = taggingOnce(this.sealer)
    const gathered = await gatherSums(read, sealer, this.index, sumKeys(folded.changes), this.days)
    const sums = settleSums(folded.changes, gathered)
    const figures = await gatherFigures(read, sealer, figureMoves(folded.changes.map(viewsOf)), this.figures)
    const after = movedTotals(totals, folded.changes, sums)
    const outcome = { folded, sums, figures, totals: after === totals ? null : after, after: state.fold }
    const prepared = await prepare(sealer, moved(state, actions, page.next), outcome)
    return this.issue(prepared, () => {
      this.held = { state: prepared.state, totals: after }
      this.related = folded.related
      this.follow(folded.changes, prepared, { sums, figures })
      const attentions = prepared.attentions.length > 0 || prepared.dropped.length > 0
      if (attentions) this.settling = null
      tell({
        changes: folded.changes,
        days: [...sums.days.keys()],
        figures: [...figures.keys()],
        calendar: [...sums.days].some(([day, { rows }]) => rows > 0 !== (gathered.days.get(day)?.rows ?? 0) > 0),
        attentions,
        totals: after !== totals,
      })
    })
  }

  /** Done when the writing stands before all that is read from then on, and `follow` was called: memory has it. */
  private issue(prepared: Prepared, follow: () => void): Promise<Folding> {
    return new Promise((resolve, reject) => {
      const earlier = this.writing
      const own = this.write(prepared, () => {
        this.owed = [...this.owed, prepared]
        follow()
        // One that failed before it is why this one fails.
        const ended = Promise.resolve().then(() => Promise.allSettled([earlier, own]))
        const written = ended.then(ends => {
          for (const end of ends) if (end.status === 'rejected') throw end.reason
          return prepared.state
        })
        this.writing = written
        written.catch(() => {
          this.hasFailed = true
        })
        resolve({ written })
      })
      own.catch(error => {
        if (this.owed.includes(prepared)) this.hasFailed = true
        reject(error)
      })
    })
  }

  /** Writes what memory follows and the store does not hold. Throws what Dexie throws: it stays owed then. */
  private async writeOwed(): Promise<void> {
    await Promise.allSettled([this.writing])
    for (const prepared of this.owed) await this.write(prepared, () => undefined)
    this.writing = Promise.resolve()
    this.hasFailed = false
    this.settling = null
  }

  /** What is held in memory, as it now stands in the rows. */
  private follow(
    changes: readonly Change[],
    { records }: Prepared,
    { sums, figures }: Pick<Outcome, 'sums' | 'figures'>,
  ): void {
    for (const [at, { after }] of changes.entries()) {
      if (tableOf(after.id) === 'applications') {
        this.index.put(after, records[at]?.tags ?? [])
        this.lines.put(after)
      }
      this.lines.visits.put(after, id => this.lines.find(id)?.row)
      this.know(after)
    }
    if (this.days.size > KNOWN_DAYS) this.days.clear()
    for (const [day, counts] of sums.days) this.days.set(day, counts)
    if (this.figures.size > KNOWN_DAYS) this.figures.clear()
    for (const [day, kept] of figures) this.figures.set(day, kept)
  }

  private know(record: EntityRecord): void {
    this.records.delete(record.id)
    this.records.set(record.id, record)
    if (this.records.size > KNOWN_RECORDS) this.records.delete(this.records.keys().next().value ?? '')
  }

  /**
   * All requests go out at once: each awaited alone is a way to and fro. Once they are out, `issued` is called: what reads these
   * tables later waits for them.
   */
  private async write(prepared: Prepared, issued: () => void): Promise<void> {
    const { state, totals } = prepared
    const { meta, applications, entities, days, figures, attentions, unindexed } = this.db
    const tables = [meta, applications, entities, days, figures, attentions, unindexed]
    const own = prepared.records.filter(row => 'day' in row)
    await this.db.transaction('rw', tables, async () => {
      const written = Promise.all([
        getState(this.db),
        applications.bulkPut(own),
        entities.bulkPut(prepared.records.filter(row => 'noun' in row)),
        prepared.days.length > 0 ? days.bulkPut([...prepared.days]) : null,
        prepared.emptyDays.length > 0 ? days.bulkDelete([...prepared.emptyDays]) : null,
        prepared.figures.length > 0 ? figures.bulkPut([...prepared.figures]) : null,
        prepared.emptyFigures.length > 0 ? figures.bulkDelete([...prepared.emptyFigures]) : null,
        prepared.attentions.length > 0 ? attentions.bulkPut([...prepared.attentions]) : null,
        prepared.dropped.length > 0 ? attentions.bulkDelete([...prepared.dropped]) : null,
        own.length > 0 ? unindexed.put({ fold: state.fold, ids: own.map(row => row.id) }) : null,
        meta.bulkPut(totals === null ? [state] : [state, totals]),
      ])
      Dexie.ignoreTransaction(issued)
      const [before] = await written
      // The lock keeps other writers out; this keeps a mistake of ours from counting a page twice.
      if (before.fold !== prepared.after) throw new Error('store moved under the fold')
    })
    this.owed = this.owed.filter(one => one !== prepared)
  }
}

/** What a fold comes to: rows, sums and figures. */
interface Outcome extends Pick<Prepared, 'totals' | 'after'> {
  readonly folded: Folded
  readonly sums: Sums
  readonly figures: KeptFigures
}

/** Of which entities the store holds nothing: what main said of this very cursor, where nothing was brought before its turn. */
function begunBy({ from, begun = [] }: JournalPage, { cursor, seen = {} }: StoredState): ReadonlySet<string> {
  return new Set(reaches(from, cursor) && reaches(cursor, seen) ? begun : [])
}

/** Seals all that the fold writes: before the transaction, which must wait for nothing but the database. */
async function prepare(sealer: Sealer, state: StoredState, outcome: Outcome): Promise<Prepared> {
  const { folded, sums, figures, totals, after } = outcome
  const days = [...sums.days]
  const tag = (id: string) => sealer.tag(`attention:${id}`)
  return {
    records: await Promise.all(folded.changes.map(({ after }) => sealRecord(sealer, after))),
    days: await Promise.all(
      days
        .filter(([, counts]) => !isNothing(counts))
        .map(async ([day, counts]) => ({ day, sealed: await sealer.seal('days', day, counts) })),
    ),
    emptyDays: days.filter(([, counts]) => isNothing(counts)).map(([day]) => day),
    ...(await sealFigures(sealer, figures)),
    attentions: await Promise.all(sums.attentions.map(async one => ({ ...one, id: await tag(one.id) }))),
    dropped: await Promise.all(sums.dropped.map(tag)),
    state: {
      ...state,
      fold: state.fold + 1,
      rows: state.rows + folded.changes.filter(isNew).length,
    },
    totals,
    after,
  }
}

function moved(state: StoredState, actions: readonly Action[], next: Cursor): StoredState {
  return {
    ...state,
    cursor: furthest(state.cursor, next),
    seen: actions.reduce((seen, { id }) => furthest(seen, endingAt(id)), state.seen ?? {}),
  }
}

function viewsOf({ before, after }: Change) {
  return { before: before?.view ?? null, after: after.view }
}

function isNew(change: Change): boolean {
  return change.before === null
}
