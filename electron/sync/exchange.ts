import type { InstallationId, SubjectId } from '#shared/change/action.ts'
import { type SyncMemory, type SyncTrouble, setAside } from '#shared/sync/state.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { SyncDatabase } from './database.ts'
import type { KeptMemory } from './memory.ts'

/** What an exchange works with: the desk, the two databases of the office, and what is remembered. */
export interface Exchange {
  readonly desk: Pick<OpenDesk, 'keys' | 'keyring' | 'journal' | 'gate'>
  readonly actions: SyncDatabase
  readonly people: SyncDatabase
  readonly memory: KeptMemory
  /** Version of this program. */
  readonly app: string
  /** Wall clock in milliseconds, for what is shown. */
  readonly now: () => number
  /** 8 bytes in hex that were never drawn before. */
  readonly random: () => string
  /** Chains of which the next record cannot be taken, and why; made anew by each run. */
  readonly held: Map<InstallationId, { readonly sequence: number; readonly why: SyncTrouble }>
  /**
   * Others' records were appended: pages are told, and whoever was erased goes. `isMore`: the next of the same exchange are on their
   * way.
   */
  readonly taken: (erased: readonly SubjectId[], isMore?: boolean) => Promise<void>
  /** Tells how far a long exchange is: records taken and sent since it began. */
  readonly progress: (moved: { readonly taken?: number; readonly sent?: number }) => void
  readonly signal?: AbortSignal
}

/** Stops the exchange until a person has decided: two computers write as one desk, or this one's data are older than it wrote. */
export class SyncStopped extends Error {
  readonly why: 'two_writers' | 'data_behind'
  constructor(why: SyncStopped['why']) {
    super(why)
    this.name = 'SyncStopped'
    this.why = why
  }
}

/** Sets a document aside with its cause. */
export async function setDocumentAside(
  { memory, app, now }: Pick<Exchange, 'memory' | 'app' | 'now'>,
  id: string,
  why: SyncTrouble,
): Promise<void> {
  const stands = memory.current.quarantine.some(one => one.id === id && one.why === why && one.app === app)
  if (!stands) await memory.keep(setAside(memory.current, { id, why, app, at: new Date(now()).toISOString() }))
}

/** Greatest sequence of a chain that the server is known to have. */
export function seenOf({ seen }: SyncMemory, installation: InstallationId): number {
  return seen[installation] ?? 0
}
