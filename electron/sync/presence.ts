import { z } from 'zod'
import type { InstallationId } from '#shared/change/action.ts'
import { type SyncDatabase, SyncFailure } from './database.ts'
import type { Exchange } from './exchange.ts'

/** What a desk last said of itself on the server. Advice for the administrator: anybody of the office could have written it. */
const Presence = z.object({
  /** When all was last exchanged (UTC, ISO). */
  at: z.iso.datetime(),
  /** Records it then held, of all chains. */
  held: z.int().nonnegative(),
})
export type Presence = z.infer<typeof Presence>

/** `_local`: no copy carries it along, and no rule is asked. */
function idOf(installation: InstallationId): string {
  return `_local/desk-${installation}`
}

/** What a desk said of itself, or null: nothing, or nothing that can be read. Throws SyncFailure. */
export async function findPresence(actions: SyncDatabase, installation: InstallationId): Promise<Presence | null> {
  const kept = await actions.read(idOf(installation))
  return Presence.safeParse(kept?.document).data ?? null
}

/** Says that this desk has exchanged everything now. What the server does with it changes nothing: never throws SyncFailure. */
export async function tellPresence({
  actions,
  desk,
  now,
  signal,
}: Pick<Exchange, 'actions' | 'desk' | 'now' | 'signal'>): Promise<void> {
  const { journal } = desk
  const held = Object.values(journal.head().cursor).reduce((sum, last) => sum + last, 0)
  const said: Presence = { at: new Date(now()).toISOString(), held }
  const _id = idOf(journal.installation)
  try {
    const kept = await actions.read(_id, signal)
    await actions.replace({ _id, ...said }, kept?.revision ?? null, signal)
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error
  }
}
