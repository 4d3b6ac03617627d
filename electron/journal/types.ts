import type {
  Action,
  ActionId,
  Cursor,
  EntityId,
  InstallationId,
  Noun,
  Role,
  SubjectId,
} from '#shared/change/action.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { RingEntry } from '../security/ring-file.ts'
import type { Head } from './head-file.ts'
import type { StoredAction } from './stored-action.ts'
import type { Verified } from './verify.ts'

/** What is to be appended: everything main decides except id and stamp, which the journal gives. */
export interface ActionDraft {
  readonly type: string
  readonly version: number
  readonly entity: EntityId
  readonly date: PlainDate
  readonly user: string
  readonly role: Role
  readonly basedOn: ActionId | null
  /** The other ends of the entity; absent: none. */
  readonly beside?: ActionId[] | undefined
  readonly body: Record<string, unknown>
  readonly personal: { readonly subject: SubjectId; readonly value: Record<string, unknown> } | null
}

/** What was found when the journal was opened. */
export interface OpenReport {
  readonly records: number
  readonly segments: number
  /** Bytes of a torn tail that were cut from the last segment, 0 when whole. */
  readonly cutBytes: number
}

/** The journal of this desk's office: own chain written, all chains read. */
export interface Journal {
  readonly installation: InstallationId
  readonly report: OpenReport
  /**
   * Seals, chains, signs, writes and flushes; resolves only when the bytes are on disk. All or none of the drafts.
   * Calls run one after another. Throws ExpectedError `journal.disk_floor` (free, floor), `journal.disk_full`,
   * `journal.write_failed` (code); after a failed write the tail is cut back, so nothing half-written is ever read.
   */
  append(drafts: readonly ActionDraft[]): Promise<Action[]>
  /**
   * Takes whole calls of another desk's chain that follow what is held of it (payloads of frames, as `sealed` gives them):
   * checked, written, flushed. Answers with the actions without their personal part; a call that is not whole is left.
   * `opened`: what the records say, in the order of the payloads, where the caller has opened these very bytes already. Throws
   * ReceiveError, and ExpectedError as `append`.
   */
  receive(
    installation: InstallationId,
    payloads: readonly Uint8Array[],
    opened?: readonly (StoredAction | null)[],
  ): Promise<Action[]>
  /** Payloads of a chain after a sequence as they lie, whole calls only, at most so many records and about so many bytes. */
  sealed(
    installation: InstallationId,
    asked: { readonly after: number; readonly limit: number; readonly bytes: number },
  ): Promise<Buffer[]>
  /**
   * Opened actions after a cursor in arrival order, at most `limit`. `personal.value` is null where the key was dropped. `begun`:
   * their entities that have no action up to the cursor.
   */
  read(after: Cursor, limit: number): Promise<{ actions: Action[]; next: Cursor; atEnd: boolean; begun: EntityId[] }>
  /**
   * What is needed first when the store is filled anew (`after` null), or whole entities that have actions beyond `after`.
   * `offset` and `next` count entities. An entity that moves between two pages may come twice, none is passed over but
   * one that has moved meanwhile: it lies beyond the head the caller knew.
   */
  hot(asked: {
    after: Cursor | null
    offset: number
    limit: number
  }): Promise<{ actions: Action[]; next: number | null }>
  /** The few actions of one entity, opened, in arrival order; empty when there are none. */
  actionsOf(entity: EntityId): Promise<Action[]>
  /** Head (by stamp) of an entity, from the index in memory. */
  headOf(entity: EntityId): ActionId | null
  has(entity: EntityId): boolean
  /** Every entity of a noun, from the index in memory (officials, imports, subjects: few; never used for applications). */
  entitiesOf(noun: Noun): EntityId[]
  /** Entities of a noun whose key begins with a day (`yyyymmdd`): visits, contacts. From an index: years are not looked through. */
  entitiesOfDay(noun: Noun, day: number): EntityId[]
  /** Last sequence of each chain, and the number of records in all. */
  head(): { cursor: Cursor; count: number }
  /** When the last record of each chain that is held was written (UTC, ISO). */
  lastOf(): { installation: InstallationId; lastAt: string }[]
  /** Every chain as it stands on the disk: what was acknowledged and is never cut. */
  extents(): Head
  /** What was appended since it was last taken, opened, the cursor before it and `begun` as above; null where that is nothing or much. */
  takeAppended(): { after: Cursor; actions: Action[]; begun: EntityId[] } | null
  /** Milliseconds which each of the last appends took until it was on the disk. */
  appendTimes(): readonly number[]
  /** Checks every checksum, hash, chain link and signature without any key but the desks' public ones. */
  verify(): Promise<Verified>
  /** The same, but of closed segments that were checked before only that their bytes are still the same. */
  verifyOnce(): Promise<Verified>
  close(): Promise<void>
}

/** A subject and the tag it is found by. */
export interface SubjectTag {
  readonly subject: SubjectId
  readonly tag: string
}

/** Keys of people's data. A subject's key is random; a tag (HMAC of an IIN) finds the same person again. */
export interface SubjectKeyring {
  /** Subject with this tag, or null. */
  findByTag(tag: string): SubjectId | null
  /** Makes keys for new subjects (tags may be empty) and flushes both copies before it resolves. */
  create(tags: readonly (string | null)[]): Promise<SubjectId[]>
  keyOf(subject: SubjectId): Uint8Array | null
  /** The key of a subject with its tag, to be handed on sealed to another desk; null: dropped or never known. */
  entryOf(subject: SubjectId): RingEntry | null
  /** Every subject found by the tag of this one, itself too: one person whom desks that were apart began twice. */
  sharing(subject: SubjectId): SubjectId[]
  /** Takes keys that another desk made, flushed in both copies before it resolves; of a known subject nothing changes. */
  adopt(entries: readonly RingEntry[]): Promise<void>
  /** Whether a subject is found by a tag. */
  hasTag(subject: SubjectId): boolean
  /** Gives a subject that has none the tag it is found by. One that is another's already, or a second one, is passed over. */
  tag(subject: SubjectId, tag: string): Promise<void>
  /**
   * The same of many as other desks tell it, flushed in both copies before it resolves: a tag that is another's too is taken, for
   * desks that were apart may each have begun one person.
   */
  learn(told: readonly SubjectTag[]): Promise<void>
  /** Drops the keys from memory and from both copies (rewritten once, flushed, old files overwritten and removed). */
  erase(subjects: readonly SubjectId[]): Promise<void>
  /** Writes both copies anew where so many keys lie by themselves that a start waits for them. */
  pack(): Promise<void>
  readonly size: number
}
