import {
  Action,
  type ActionId,
  actionId,
  type Cursor,
  type EntityId,
  InstallationId,
  type Noun,
} from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { nextStamp, type Stamp } from '#shared/time/stamp.ts'
import { type Random, systemRandom } from '../security/seal.ts'
import { Appended } from './appended.ts'
import { Chain, loadChain } from './chain.ts'
import type { DeskClock } from './clock.ts'
import { EntityIndex } from './entity-index.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'
import { MAX_PAYLOAD } from './frame.ts'
import { demandSpace } from './free-space.ts'
import { type Head, readHead, writeHead } from './head-file.ts'
import { hotEntities, hotPage, readPlaces } from './hot.ts'
import { readActions } from './reading.ts'
import { encodeRecord, type JournalKeys } from './record.ts'
import { MAX_SEGMENT_BYTES, SEGMENT_BYTES, SegmentWriter } from './segments.ts'
import { writeSidecar } from './sidecar.ts'
import { type StoredAction, storedAction } from './stored-action.ts'
import type { ActionDraft, Journal, OpenReport, SubjectKeyring } from './types.ts'
import { verifyChains } from './verify.ts'

/** What a journal is opened with. `folder` is `desk-data`. */
export interface JournalOptions {
  readonly folder: string
  readonly keys: JournalKeys
  readonly keyring: SubjectKeyring
  readonly clock: Pick<DeskClock, 'now' | 'start'>
  /** Bytes of the disk that are never used; asked before each append. */
  readonly floor: () => number
  /** Public key (SPKI, base64) of another desk, or null where it is not known: its chain then does not verify. */
  readonly publicKeyOf?: (installation: InstallationId) => string | null
  readonly files?: FileSystem
  readonly random?: Random
  /** Size at which a segment is closed. */
  readonly segmentBytes?: number
}

/** Records between two writings of the head file. */
const HEAD_EVERY = 500

/**
 * Opens the journal of this desk's office, or begins it. Throws ExpectedError `start.journal_damaged` (segment, offset),
 * `start.newer_data` (found, known), `start.key_unavailable` (reason).
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, keys, clock, files = nodeFiles } = options
  const own = keys.installation
  const index = new EntityIndex()
  const head = await readHead(files, folder, keys)
  await files.makeFolder(`${folder}/journal/${own}`)
  await files.flushFolder(`${folder}/journal`)
  await files.flushFolder(folder)
  const names = [...(await files.list(`${folder}/journal`)), ...Object.keys(head?.chains ?? {})]
  const found = new Set(names.flatMap(name => InstallationId.safeParse(name).data ?? []))
  const chains = [own, ...[...found].filter(name => name !== own).sort()].map(
    name => new Chain(name, `${folder}/journal/${name}`, index),
  )
  let cutBytes = 0
  for (const chain of chains) {
    cutBytes += await loadChain(chain, { files, keys, head: head?.chains[chain.installation] ?? null })
  }
  clock.start(lastTime(chains[0]))
  const journal = new JournalOnDisk({ ...options, files }, chains, index, cutBytes)
  await journal.saveHead()
  return journal
}

function lastTime(own: Chain | undefined): number | null {
  return own === undefined || own.lastAt === '' ? null : Date.parse(own.lastAt)
}

type Opened = JournalOptions & { readonly files: FileSystem }

class JournalOnDisk implements Journal {
  readonly installation: InstallationId
  readonly report: OpenReport
  readonly #options: Opened
  readonly #chains: readonly Chain[]
  readonly #own: Chain
  readonly #index: EntityIndex
  readonly #writer: SegmentWriter
  #lastStamp: Stamp | null
  #queue: Promise<unknown> = Promise.resolve()
  /** The choice whose pages are being asked for. */
  #hot: readonly EntityId[] = []
  #sinceHead = 0
  readonly #appended = new Appended()
  #closed = false

  constructor(options: Opened, chains: readonly Chain[], index: EntityIndex, cutBytes: number) {
    const [own] = chains
    if (own === undefined) throw new Error('no chain')
    this.#options = options
    this.#chains = chains
    this.#own = own
    this.#index = index
    this.installation = own.installation
    this.report = { records: this.head().count, segments: chains.reduce((n, c) => n + c.segments, 0), cutBytes }
    const limit = Math.min(options.segmentBytes ?? SEGMENT_BYTES, MAX_SEGMENT_BYTES / 2)
    this.#writer = new SegmentWriter(options.files, own.folder, limit, own.segments, own.tail?.size ?? 0)
    this.#lastStamp = chains.reduce<Stamp | null>((last, { lastStamp }) => {
      return lastStamp !== null && (last === null || lastStamp > last) ? lastStamp : last
    }, null)
  }

  append(drafts: readonly ActionDraft[]): Promise<Action[]> {
    const result = this.#queue.then(() => this.#append(drafts))
    // The head is written behind the answer, but before the next append.
    this.#queue = result.then(
      () => (this.#sinceHead >= HEAD_EVERY ? this.saveHead() : undefined),
      () => undefined,
    )
    return result
  }

  read(after: Cursor, limit: number): Promise<{ actions: Action[]; next: Cursor; atEnd: boolean }> {
    return readActions(this.#chains, after, limit, this.#options)
  }

  async hot({ after, offset, limit }: Parameters<Journal['hot']>[0]) {
    const index = this.#index
    if (after === null && (offset === 0 || this.#hot.length === 0)) this.#hot = hotEntities(index.heads())
    const entities = after === null ? this.#hot : index.movedAfter(after)
    const { references, next } = hotPage(entities, entity => index.recordsOf(entity), offset, limit)
    if (next === null) this.#hot = []
    return { actions: await readPlaces(this.#chains, references, this.#options), next }
  }

  async actionsOf(entity: EntityId): Promise<Action[]> {
    const actions: Action[] = []
    for (const { chain, sequence } of this.#index.recordsOf(entity)) {
      const source = this.#chains[chain]
      if (source === undefined) throw new Error(`no chain ${chain}`)
      const after = { [source.installation]: sequence - 1 }
      actions.push(...(await readActions([source], after, 1, this.#options)).actions)
    }
    return actions
  }

  headOf(entity: EntityId): ActionId | null {
    return this.#index.headOf(entity)
  }

  has(entity: EntityId): boolean {
    return this.#index.has(entity)
  }

  entitiesOf(noun: Noun): EntityId[] {
    return this.#index.entitiesOf(noun)
  }

  entitiesOfDay(noun: Noun, day: number): EntityId[] {
    return this.#index.entitiesOfDay(noun, day)
  }

  head(): { cursor: Cursor; count: number } {
    const cursor: Cursor = {}
    let count = 0
    for (const { installation, link } of this.#chains) {
      if (link.sequence > 0) cursor[installation] = link.sequence
      count += link.sequence
    }
    return { cursor, count }
  }

  extents(): Head {
    return { format: 1, chains: Object.fromEntries(this.#chains.map(chain => [chain.installation, chain.head()])) }
  }

  takeAppended(): { after: Cursor; actions: Action[] } | null {
    const actions = this.#appended.take()
    const { cursor } = this.head()
    return actions && { after: { ...cursor, [this.installation]: this.#own.link.sequence - actions.length }, actions }
  }

  verify(): Promise<{ records: number; segments: number; brokenAt: string | null }> {
    const { files, keys, publicKeyOf } = this.#options
    const publicKeys = (name: InstallationId) =>
      name === keys.installation ? keys.publicKey : (publicKeyOf?.(name) ?? null)
    return verifyChains(this.#chains, files, publicKeys)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#queue
    await this.saveHead()
    await this.#writer.close()
  }

  /** Writes the head file. A failure is no harm: an older head only makes the next start check less. */
  async saveHead(): Promise<void> {
    const { files, folder, keys } = this.#options
    this.#sinceHead = 0
    await writeHead(files, folder, this.extents(), keys).catch(() => undefined)
  }

  async #append(drafts: readonly ActionDraft[]): Promise<Action[]> {
    if (this.#closed) throw new ExpectedError('journal.read_only')
    if (drafts.length === 0) return []
    const { files, folder, floor } = this.#options
    const call = this.#prepare(drafts)
    const bytes = Buffer.concat(call.frames)
    if (bytes.length > MAX_SEGMENT_BYTES / 2) throw new ExpectedError('journal.too_large')
    await demandSpace(files, folder, floor(), bytes.length)
    const { number } = await this.#writer.append(bytes)
    if (number > this.#own.segments) await this.#closeSegment()
    const records = call.stored.map((stored, i) => ({
      ...{ entity: stored.entity, stamp: stored.stamp },
      length: call.frames[i]?.length ?? 0,
    }))
    this.#own.add(records, call.hash, call.at)
    this.#lastStamp = call.stamp
    this.#sinceHead += drafts.length
    this.#appended.add(call.actions, bytes.length)
    return call.actions
  }

  async #closeSegment(): Promise<void> {
    const { files, keys } = this.#options
    const path = this.#own.pathOf(this.#own.segments)
    const facts = this.#own.startSegment()
    if (facts !== null) await writeSidecar(files, path, facts, keys)
    this.#sinceHead = HEAD_EVERY
  }

  /** Frames of a call, chained to the last record; nothing of the journal changes yet. */
  #prepare(drafts: readonly ActionDraft[]) {
    const { keys, clock } = this.#options
    const first = this.#own.link.sequence + 1
    const last = this.#own.link.sequence + drafts.length
    const now = clock.now()
    const at = new Date(now).toISOString()
    let stamp = this.#lastStamp
    let hash = this.#own.link.hash
    const frames: Buffer[] = []
    const stored: StoredAction[] = []
    const actions: Action[] = []
    for (const [i, draft] of drafts.entries()) {
      stamp = nextStamp(stamp, now, keys.installation)
      const action = this.#store(draft, stamp, at)
      const header = { f: 1 as const, k: keys.keyId, i: keys.installation, s: first + i, p: hash, b: first, e: last }
      const plain = Buffer.from(JSON.stringify(action))
      if (plain.length > MAX_PAYLOAD / 2) throw new ExpectedError('journal.too_large')
      const record = encodeRecord(header, plain, keys)
      plain.fill(0)
      hash = record.hash
      frames.push(record.frame)
      stored.push(action)
      actions.push(Action.parse({ ...draft, id: actionId(keys.installation, first + i), stamp, at }))
    }
    return { frames, stored, actions, hash, stamp, at }
  }

  #store(draft: ActionDraft, stamp: Stamp, at: string): StoredAction {
    const { keyring, random = systemRandom } = this.#options
    const stored = storedAction(draft, stamp, at, keyring, random)
    if (stored === null) throw new ExpectedError('subject.erased')
    return stored
  }
}
