import { z } from 'zod'
import { InstallationId } from '../change/action.ts'
import { DeskLetter } from '../office/model.ts'
import { Quarantined, SyncTrouble } from './state.ts'

/** How the exchange with the office's server stands. */
export const SyncStanding = z.enum([
  /** No server is set: this desk works alone, as ever. */
  'alone',
  /** An exchange is under way. */
  'working',
  /** Everything of both sides was exchanged; what comes is waited for. */
  'agreed',
  /** The last try failed; the next one comes by itself. */
  'waiting',
  /** Nothing goes on until a person has decided. */
  'stopped',
])
export type SyncStanding = z.infer<typeof SyncStanding>

/** Why the last try failed, as it is told. */
export const SyncWhy = z.enum([
  'offline',
  'tls',
  'login',
  'forbidden',
  'missing',
  'too_large',
  'busy',
  'server_disk',
  'server',
  'not_ours',
  'cancelled',
  'two_writers',
  'data_behind',
  'own_disk',
  'bug',
])
export type SyncWhy = z.infer<typeof SyncWhy>

/** A desk of the office as this one knows it. */
export const SyncDesk = z.strictObject({
  installation: InstallationId,
  letter: DeskLetter.nullable(),
  isOwn: z.boolean(),
  /** Records of its chain held here, and the greatest seen on the server. */
  held: z.int().nonnegative(),
  seen: z.int().nonnegative(),
  /** When its last record that is held here was written (UTC, ISO); empty where none is. */
  lastAt: z.string(),
  /** Why its next record is not taken; null: nothing stands in the way. */
  why: SyncTrouble.nullable(),
  /** Its clock is hours ahead of this one's. */
  isAhead: z.boolean(),
})
export type SyncDesk = z.infer<typeof SyncDesk>

/** All that is shown of the exchange. */
export const SyncStatus = z.strictObject({
  server: z.strictObject({ address: z.string(), office: z.string(), hasAuthority: z.boolean() }).nullable(),
  standing: SyncStanding,
  why: SyncWhy.nullable(),
  /** When all was last exchanged (UTC, ISO), null: never since the program began. */
  agreedAt: z.string().nullable(),
  /** When it is tried again (UTC, ISO); null: when something happens. */
  nextAt: z.string().nullable(),
  /** Own records that the server has not confirmed. */
  toSend: z.int().nonnegative(),
  /** Taken and sent by the exchange under way. */
  moved: z.strictObject({ taken: z.int().nonnegative(), sent: z.int().nonnegative() }),
  installation: InstallationId,
  /** Letters that desks hold on the server, as far as this was read; and whether another desk holds this one's. */
  letters: z.array(DeskLetter),
  isLetterTaken: z.boolean(),
  desks: z.array(SyncDesk),
  aside: z.array(Quarantined),
})
export type SyncStatus = z.infer<typeof SyncStatus>
