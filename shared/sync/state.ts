import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import { DeskLetter } from '../office/model.ts'

/** Why something that came is not taken, or something of ours is not accepted. */
export const SyncTrouble = z.enum([
  /** It is no record, or does not open. */
  'damaged',
  /** It is not signed by the desk it names. */
  'signature',
  /** Two records claim the same place of a chain: two computers write as one desk. */
  'other_chain',
  /** The desk never told its key. */
  'unknown_desk',
  /** Sealed under an office key this desk does not have. */
  'other_key',
  /** A newer program wrote it: this one needs an update. */
  'newer',
  /** The server's rules refuse it. */
  'refused',
  /** Larger than the server takes. */
  'too_large',
  /** The key of its person is not on the server yet. */
  'no_key',
])
export type SyncTrouble = z.infer<typeof SyncTrouble>

/** A document set aside: shown, and tried again after an update of the program. */
export const Quarantined = z.strictObject({
  id: z.string().max(80),
  why: SyncTrouble,
  at: z.iso.datetime(),
  /** The program that could not take it. */
  app: z.string().max(40),
})
export type Quarantined = z.infer<typeof Quarantined>

/** So many are kept: what is more is told as a number. */
export const MOST_QUARANTINED = 500

/** What this desk remembers of the exchange. All of it may be lost: everything is then asked for and offered again. */
export const SyncMemory = z.strictObject({
  /** The database as it was first met: another means that it was made anew or replaced. */
  epoch: z.string().max(80).nullable(),
  /** Where the feed of records, and that of keys, was read to. */
  since: z.union([z.string().max(20_000), z.number()]).nullable(),
  keysSince: z.union([z.string().max(20_000), z.number()]).nullable(),
  /** Last sequence of this desk's chain that was read back from the server. */
  confirmed: z.int().nonnegative(),
  /** Greatest sequence of each chain that was seen on the server. */
  seen: z.record(InstallationId, z.int().nonnegative()),
  /** Which desk holds each letter on the server, as far as this was read. */
  letters: z.record(DeskLetter, InstallationId).default({}),
  /** Chains of others are to be compared with the server's, and what it lacks handed on. */
  relay: z.boolean(),
  quarantine: z.array(Quarantined).max(MOST_QUARANTINED),
})
export type SyncMemory = z.infer<typeof SyncMemory>

/** Nothing is known of the server yet. */
export const NO_MEMORY: SyncMemory = {
  epoch: null,
  since: null,
  keysSince: null,
  confirmed: 0,
  seen: {},
  letters: {},
  relay: false,
  quarantine: [],
}

/** The memory after a server was restored, wiped or replaced: read from the beginning, offer again what it lacks. */
export function afterReturn(memory: SyncMemory, epoch: string, confirmed: number): SyncMemory {
  return { ...memory, epoch, since: null, keysSince: null, confirmed, seen: {}, letters: {}, relay: true }
}

/** Sets a document aside, once for a program. */
export function setAside(memory: SyncMemory, one: Quarantined): SyncMemory {
  const others = memory.quarantine.filter(({ id }) => id !== one.id)
  return { ...memory, quarantine: [...others, one].slice(-MOST_QUARANTINED) }
}

/** What was set aside and is in its place by now is not told any more. */
export function settle(memory: SyncMemory, isSettled: (one: Quarantined) => boolean): SyncMemory {
  const quarantine = memory.quarantine.filter(one => !isSettled(one))
  return quarantine.length === memory.quarantine.length ? memory : { ...memory, quarantine }
}

/**
 * After an update what the server refused of ours is offered again: sending goes back to before the first of it. `sequenceOf`:
 * of a document of this desk's own chain, null of any other.
 */
export function offeredAgain(memory: SyncMemory, app: string, sequenceOf: (id: string) => number | null): SyncMemory {
  const isOld = (one: Quarantined) => (one.why === 'refused' || one.why === 'too_large') && one.app !== app
  const sequences = memory.quarantine.filter(isOld).flatMap(({ id }) => sequenceOf(id) ?? [])
  if (sequences.length === 0) return memory
  const confirmed = Math.min(memory.confirmed, Math.min(...sequences) - 1)
  return { ...memory, confirmed, quarantine: memory.quarantine.filter(one => !isOld(one)) }
}
