import {
  Action,
  type ActionId,
  actionId,
  type Cursor,
  chainPlaceOf,
  type EntityId,
  entityId,
  type InstallationId,
  type Noun,
} from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { CLOCK_JUMP_LIMIT, millisecondsOf, nextStamp, type Stamp } from '#shared/time/stamp.ts'
import { type Random, systemRandom } from '../security/seal.ts'
import { Appended, MOST_TOLD } from './appended.ts'
import { Chain } from './chain.ts'
import type { DeskClock } from './clock.ts'
import { type EntityIndex, listOf } from './entity-index.ts'
import { type FileSystem, nodeFiles } from './file-system.ts'
import { MAX_PAYLOAD } from './frame.ts'
import { demandSpace } from './free-space.ts'
import { type Head, writeHead } from './head-file.ts'
import { hotEntities, hotPage, readPlaces } from './hot.ts'
import { knownOf } from './known-records.ts'
import { loadChains, segmentsOf } from './load-chains.ts'
import { readActions, readInOrder, readSealed } from './reading.ts'
import { type Brought, checkCalls, impersonal, publicKeyOf, ReceiveError } from './receiving.ts'
import { type JournalKeys, sealRecord, signedFrames, type UnsignedRecord } from './record.ts'
import { SegmentBytes } from './segment-bytes.ts'
import { MAX_SEGMENT_BYTES, SEGMENT_BYTES, SegmentWriter } from './segments.ts'
import { writeSidecar } from './sidecar.ts'
import { StoredAction, storedAction } from './stored-action.ts'
import type { ActionDraft, Journal, OpenReport, SubjectKeyring } from './types.ts'
import { verifyUnverified } from './verified.ts'
import { type Verified, verifyChains } from './verify.ts'
import { emptyChain } from './walk.ts'

/** What a journal is opened with. `folder` is `desk-data`. */
export interface JournalOptions {
  readonly folder: string
  readonly keys: JournalKeys
  readonly keyring: SubjectKeyring
  readonly clock: Pick<DeskClock, 'now' | 'start'>
  /** Bytes of the disk that are never used; asked before each append. */
  readonly floor: () => number
  readonly files?: FileSystem
  readonly random?: Random
  /** Size at which a segment is closed. */
  readonly segmentBytes?: number
}

/** Records between two writings of the head file. */
const HEAD_EVERY = 500

/** Appends whose times are remembered. */
const TIMES = 100

/**
 * Opens the journal of this desk's office, or begins it. Throws ExpectedError `start.journal_damaged` (segment, offset),
 * `start.newer_data` (found, known), `start.key_unavailable` (reason).
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, keys, clock, floor, files = nodeFiles } = options
  await files.makeFolder(`${folder}/journal/${keys.installation}`)
  await files.flushFolder(`${folder}/journal`)
  await files.flushFolder(folder)
  const { chains, index, cutBytes } = await loadChains({ files, folder, keys, floor })
  clock.start(lastTime(chains[0]))
  const journal = new JournalOnDisk({ ...options, files }, chains, index, cutBytes)
  await journal.saveHead()
  return journal
}

function lastTime(own: Chain | undefined): number | null {
  return own === undefined || own.lastAt === '' ? null : Date.parse(own.lastAt)
}

/** The greatest stamp that is followed: one of a desk whose clock is hours ahead moves nobody else's. */
function followed(last: Stamp | null, stamp: Stamp | null, now: number): Stamp | null {
  if (stamp === null || millisecondsOf(stamp) > now + CLOCK_JUMP_LIMIT) return last
  return last === null || stamp > last ? stamp : last
}

type Opened = JournalOptions & { readonly files: FileSystem }

class JournalOnDisk implements Journal {
  readonly installation: InstallationId
  readonly report: OpenReport
  readonly #options: Opened
  readonly #chains: Chain[]
  readonly #own: Chain
  readonly #index: EntityIndex
  readonly #writers = new Map<InstallationId, SegmentWriter>()
  #lastStamp: Stamp | null = null
  #queue: Promise<unknown> = Promise.resolve()
  /** The choice whose pages are being asked for. */
  #hot: readonly EntityId[] = []
  #sinceHead = 0
  readonly #appended = new Appended()
  readonly #segments = new SegmentBytes()
  #closed = false
  readonly #times: number[] = []

  constructor(options: Opened, chains: Chain[], index: EntityIndex, cutBytes: number) {
    const [own] = chains
    if (own === undefined) throw new Error('no chain')
    this.#options = options
    this.#chains = chains
    this.#own = own
    this.#index = index
    this.installation = own.installation
    this.report = { records: this.head().count, segments: segmentsOf(chains), cutBytes }
    const now = options.clock.now()
    const ownNow = Math.max(now, lastTime(own) ?? 0)
    for (const chain of chains) {
      this.#lastStamp = followed(this.#lastStamp, chain.lastStamp, chain === own ? ownNow : now)
    }
  }

  append(drafts: readonly ActionDraft[]): Promise<Action[]> {
    const began = performance.now()
    return this.#inTurn(async () => {
      const actions = await this.#append(drafts)
      this.#times.push(performance.now() - began)
      if (this.#times.length > TIMES) this.#times.shift()
      return actions
    })
  }

  appendTimes(): readonly number[] {
    return this.#times
  }

  receive(
    installation: InstallationId,
    payloads: readonly Uint8Array[],
    opened: readonly (StoredAction | null)[] = [],
  ): Promise<Action[]> {
    return this.#inTurn(() => this.#receive(installation, { payloads, opened }))
  }

  async sealed(
    installation: InstallationId,
    asked: { readonly after: number; readonly limit: number; readonly bytes: number },
  ): Promise<Buffer[]> {
    const chain = this.#chainOf(installation)
    return chain === undefined ? [] : readSealed(chain, asked, this.#options.files)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    // The head is written behind the answer, but before the next append.
    this.#queue = result.then(
      () => (this.#sinceHead >= HEAD_EVERY ? this.saveHead() : undefined),
      () => undefined,
    )
    return result
  }

  async read(after: Cursor, limit: number): ReturnType<Journal['read']> {
    const page = await readActions(this.#chains, after, limit, { ...this.#options, appended: this.#appended })
    return { ...page, begun: this.#index.begunAfter(after, page.actions) }
  }

  async hot({ after, offset, limit }: Parameters<Journal['hot']>[0]) {
    const index = this.#index
    if (after === null && (offset === 0 || this.#hot.length === 0)) this.#hot = hotEntities(index.heads())
    const entities = after === null ? listOf(this.#hot) : index.movedAfter(after)
    const { references, next } = hotPage(entities, entity => index.recordsOf(entity), offset, limit)
    if (next === null) this.#hot = []
    // Of what was done meanwhile there is little; all else is a store that is filled.
    const isFilling = after === null || Object.keys(after).length === 0
    const reading = isFilling ? { ...this.#options, segments: this.#segments } : this.#options
    return { actions: await readPlaces(this.#chains, references, reading), next }
  }

  actionsOf(entity: EntityId): Promise<Action[]> {
    return readInOrder(this.#chains, this.#index.recordsOf(entity), this.#options)
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

  lastOf(): { installation: InstallationId; lastAt: string }[] {
    return this.#chains.map(({ installation, lastAt }) => ({ installation, lastAt }))
  }

  extents(): Head {
    return { format: 1, chains: Object.fromEntries(this.#chains.map(chain => [chain.installation, chain.head()])) }
  }

  takeAppended(): ReturnType<Journal['takeAppended']> {
    const actions = this.#appended.tell()
    if (actions === null) return null
    const after = { ...this.head().cursor, [this.installation]: this.#own.link.sequence - actions.length }
    return { after, actions, begun: this.#index.begunAfter(after, actions) }
  }

  async verify(): Promise<Verified> {
    return verifyChains(this.#chains, { files: this.#options.files, publicKeyOf: await this.#publicKeys() })
  }

  async verifyOnce(): Promise<Verified> {
    return verifyUnverified(this.#chains, { ...this.#options, publicKeyOf: await this.#publicKeys() })
  }

  async #publicKeys(): Promise<(installation: InstallationId) => string | null> {
    const publicKeys = new Map<InstallationId, string | null>()
    for (const chain of this.#chains) publicKeys.set(chain.installation, await this.#publicKeyOf(chain))
    return installation => publicKeys.get(installation) ?? null
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#queue
    await this.saveHead()
    for (const writer of this.#writers.values()) await writer.close()
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
    const { files, folder, floor, keys } = this.#options
    const call = this.#prepare(drafts)
    const frames = await signedFrames(call.records, keys)
    const bytes = Buffer.concat(frames)
    if (bytes.length > MAX_SEGMENT_BYTES / 2) throw new ExpectedError('journal.too_large')
    await demandSpace(files, folder, floor(), bytes.length)
    const { number } = await this.#writerOf(this.#own).append(bytes)
    if (number > this.#own.segments) await this.#closeSegment(this.#own)
    const lengths = frames.map(({ length }) => length)
    const records = call.stored.map(({ entity, stamp }, i) => ({ entity, stamp, length: lengths[i] ?? 0 }))
    this.#own.add(records, call.hash, call.at)
    if (drafts.length <= MOST_TOLD) this.#keepKnown(call.stored)
    this.#lastStamp = call.lastStamp
    this.#sinceHead += drafts.length
    this.#appended.add(call.actions, lengths)
    return call.actions
  }

  async #receive(installation: InstallationId, brought: Brought): Promise<Action[]> {
    if (this.#closed) throw new ExpectedError('journal.read_only')
    const { files, folder, floor, keys, clock } = this.#options
    // Its own chain has one writer: what stands elsewhere beyond it is another's, or of a copy of this desk.
    if (installation === keys.installation) throw new ReceiveError('other_chain', this.#own.link.sequence + 1)
    const held = this.#chainOf(installation)
    const publicKey = held === undefined || held.link.sequence === 0 ? null : await this.#publicKeyOf(held)
    const calls = await checkCalls(brought, held?.link ?? emptyChain(installation), publicKey, keys)
    if (calls.records.length === 0) return []
    await demandSpace(files, folder, floor(), calls.bytes.length)
    const chain = held ?? (await this.#beginChain(installation))
    const { number } = await this.#writerOf(chain).append(calls.bytes)
    if (number > chain.segments) await this.#closeSegment(chain)
    const stamps = calls.stored.map(({ stamp }) => stamp)
    const records = calls.stored.map(({ entity, stamp }, i) => {
      return { entity, stamp, length: calls.records[i]?.length ?? 0 }
    })
    chain.add(records, calls.link.hash, calls.stored.at(-1)?.at ?? '')
    for (const stamp of stamps) this.#lastStamp = followed(this.#lastStamp, stamp, clock.now())
    this.#sinceHead += records.length
    this.#appended.forget()
    return impersonal(calls.records, calls.stored)
  }

  /** The last records of this desk, as a reading of them would find them. */
  #keepKnown(stored: readonly StoredAction[]): void {
    const known = knownOf(this.#own)
    const first = this.#own.link.sequence - stored.length + 1
    for (const [i, one] of stored.entries()) known.keep(first + i, StoredAction.parse(JSON.parse(JSON.stringify(one))))
  }

  #chainOf(installation: InstallationId): Chain | undefined {
    return this.#chains.find(chain => chain.installation === installation)
  }

  /** The folder of a chain that nothing was held of, on the disk before its first record. */
  async #beginChain(installation: InstallationId): Promise<Chain> {
    const { files, folder } = this.#options
    await files.makeFolder(`${folder}/journal/${installation}`)
    await files.flushFolder(`${folder}/journal`)
    const chain = new Chain(installation, `${folder}/journal/${installation}`, this.#index)
    this.#chains.push(chain)
    return chain
  }

  #writerOf(chain: Chain): SegmentWriter {
    const { files, segmentBytes = SEGMENT_BYTES } = this.#options
    const limit = Math.min(segmentBytes, MAX_SEGMENT_BYTES / 2)
    const known = this.#writers.get(chain.installation)
    const writer = known ?? new SegmentWriter(files, chain.folder, limit, chain.segments, chain.tail?.size ?? 0)
    this.#writers.set(chain.installation, writer)
    return writer
  }

  /** The key a desk told when its chain began; this desk's own is at hand. Another chain cannot tell it. */
  async #publicKeyOf({ installation }: Chain): Promise<string | null> {
    const { keys } = this.#options
    if (installation === keys.installation) return keys.publicKey
    const told = await this.actionsOf(entityId('desk', installation))
    return told.filter(({ id }) => chainPlaceOf(id).installation === installation).map(publicKeyOf)[0] ?? null
  }

  async #closeSegment(chain: Chain): Promise<void> {
    const { files, keys } = this.#options
    const path = chain.pathOf(chain.segments)
    const facts = chain.startSegment()
    if (facts !== null) await writeSidecar(files, path, facts, keys)
    this.#sinceHead = HEAD_EVERY
  }

  /** Records of a call, chained to the last one, to be signed; nothing of the journal changes yet. */
  #prepare(drafts: readonly ActionDraft[]) {
    const { keys, clock } = this.#options
    const first = this.#own.link.sequence + 1
    const last = this.#own.link.sequence + drafts.length
    const now = clock.now()
    const at = new Date(now).toISOString()
    let lastStamp = this.#lastStamp
    let hash = this.#own.link.hash
    const records: UnsignedRecord[] = []
    const stored: StoredAction[] = []
    const actions: Action[] = []
    for (const [i, draft] of drafts.entries()) {
      const next = nextStamp(lastStamp, now, keys.installation)
      lastStamp = next
      const stamp = this.#afterHead(draft.entity, next, now)
      const action = this.#store(draft, stamp, at)
      const header = { f: 1 as const, k: keys.keyId, i: keys.installation, s: first + i, p: hash, b: first, e: last }
      const plain = Buffer.from(JSON.stringify(action))
      if (plain.length > MAX_PAYLOAD / 2) throw new ExpectedError('journal.too_large')
      const record = sealRecord(header, plain, keys)
      plain.fill(0)
      hash = record.hash.toString('hex')
      records.push(record)
      stored.push(action)
      actions.push(Action.parse({ ...draft, id: actionId(keys.installation, first + i), stamp, at }))
    }
    return { records, stored, actions, hash, lastStamp, at }
  }

  /** An act comes after what it was decided on, also where a desk with a wrong clock dated that far ahead. */
  #afterHead(entity: EntityId, stamp: Stamp, now: number): Stamp {
    const head = this.#index.headStampOf(entity)
    return head !== null && head >= stamp ? nextStamp(head, now, this.installation) : stamp
  }

  #store(draft: ActionDraft, stamp: Stamp, at: string): StoredAction {
    const { keyring, random = systemRandom } = this.#options
    const stored = storedAction(draft, stamp, at, keyring, random)
    if (stored === null) throw new ExpectedError('subject.erased')
    return stored
  }
}
