import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import type { DeskLetter } from '../office/model.ts'
import { SyncTrouble } from './state.ts'

/** What the names of files of an exchange by stick end with: records, a request to join, an invitation. */
export const PARCEL_EXTENSION = 'qsync'

/** Last sequence that is held of each chain. */
export const Heads = z.record(InstallationId, z.int().nonnegative())
export type Heads = z.infer<typeof Heads>

/** The beginning of a parcel, in clear: its form, the office key it is sealed under, who wrote it, and a number of its own. */
export const ParcelHead = z.strictObject({
  f: z.literal(1),
  k: z.string().regex(/^[0-9a-f]{8}$/),
  i: InstallationId,
  p: z.string().regex(/^[0-9a-f]{32}$/),
})
export type ParcelHead = z.infer<typeof ParcelHead>

/** A parcel of a newer program. */
export const NewerParcelHead = z.looseObject({ f: z.int().min(2) })

/** From where to where a parcel has a chain: nothing of it before `after`, everything up to `last`. */
export const ParcelChain = z.strictObject({
  installation: InstallationId,
  after: z.int().nonnegative(),
  last: z.int().positive(),
})
export type ParcelChain = z.infer<typeof ParcelChain>

/** The first thing inside the seal: who sends, when, and what is there. */
export const Manifest = z.strictObject({
  madeAt: z.iso.datetime(),
  /** Ed25519 key of the sending desk: SPKI, base64. Whoever can seal it holds the office key. */
  publicKey: z.base64().max(200),
  /** The whole of what the sending desk holds, not what is new alone. */
  whole: z.boolean(),
  chains: z.array(ParcelChain).max(10_000),
  /** What the sending desk held of each chain: what its next answer may leave out. */
  heads: Heads,
})
export type Manifest = z.infer<typeof Manifest>

/** The last thing inside the seal: a parcel that ends before it was cut. */
export const ParcelEnd = z.strictObject({ records: z.int().nonnegative(), keys: z.int().nonnegative() })
export type ParcelEnd = z.infer<typeof ParcelEnd>

/** What parcels were written and taken, so that the next one begins where the last one ended. */
export const ParcelMemory = z.strictObject({
  /** What every desk of the office is believed to hold after the last file. */
  sent: Heads,
  written: z.iso.datetime().nullable(),
  taken: z.iso.datetime().nullable(),
})
export type ParcelMemory = z.infer<typeof ParcelMemory>

/** Nothing was written or taken yet: the next file holds everything. */
export const NO_PARCELS: ParcelMemory = { sent: {}, written: null, taken: null }

/** What is to be sent: of each chain what is held beyond `sent`. */
export function chainsToSend(held: Heads, sent: Heads): ParcelChain[] {
  return Object.entries(held).flatMap(([name, last]) => {
    const installation = InstallationId.parse(name)
    const after = Math.min(sent[installation] ?? 0, last)
    return last > after ? [{ installation, after, last }] : []
  })
}

/** A desk told what it holds: the next file of everybody begins there, where it is less than was believed. */
export function afterTold(memory: ParcelMemory, told: Heads): ParcelMemory {
  const sent: Record<string, number> = {}
  for (const [installation, last] of Object.entries(memory.sent)) {
    sent[installation] = Math.min(last, told[installation as InstallationId] ?? 0)
  }
  return { ...memory, sent }
}

/** A chain of which something before the parcel is missing here: `from` to `to` are to be asked of its desk again. */
export const ParcelGap = z.strictObject({
  installation: InstallationId,
  from: z.int().positive(),
  to: z.int().positive(),
})
export type ParcelGap = z.infer<typeof ParcelGap>

/** What is missing between what is held and what a parcel begins with. */
export function gapsOf(chains: readonly ParcelChain[], held: Heads, own: InstallationId): ParcelGap[] {
  return chains.flatMap(({ installation, after }) => {
    const here = held[installation] ?? 0
    return installation !== own && here < after ? [{ installation, from: here + 1, to: after }] : []
  })
}

/** A chain that waits, and why. */
export const HeldChain = z.strictObject({
  installation: InstallationId,
  sequence: z.int().positive(),
  why: SyncTrouble,
})
export type HeldChain = z.infer<typeof HeldChain>

/** Name of the file of a parcel: letter of the desk, day and time; nothing of a person. */
export function parcelName(letter: DeskLetter | null, madeAt: string): string {
  const stamp = madeAt.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return `qabyldau-${letter ?? 'desk'}-${stamp}.${PARCEL_EXTENSION}`
}
