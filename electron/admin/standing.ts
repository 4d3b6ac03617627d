import type { InstallationId } from '#shared/change/action.ts'
import type { DeskLetter } from '#shared/office/model.ts'
import { placeOfId } from '#shared/sync/document.ts'
import { lettersOnServer } from '../sync/claimed-letters.ts'
import type { SyncDatabase } from '../sync/database.ts'
import { findPresence, type Presence } from '../sync/presence.ts'

/** Ids read at once. */
const PAGE = 5000

/** Less and greater than every id of an office's documents. */
export const BEFORE_ALL = '0'
export const PAST_ALL = '{'

/** One desk's chain as it stands on the server. */
export interface ChainStanding {
  readonly installation: InstallationId
  /** Records the desk itself sent, and the greatest sequence among all. Fewer records than the sequence: there are gaps. */
  readonly records: number
  readonly last: number
  /** Copies that other desks handed on. */
  readonly relayed: number
  /** Sequences nobody has sent. */
  readonly missing: number
  readonly state: 'open' | 'retired' | 'replaced'
  /** The letter it holds on the server; null: none yet. */
  readonly letter: DeskLetter | null
  /** What it last said of itself there; null: nothing yet. */
  readonly seen: Presence | null
}

/** What an office has on its server. */
export interface OfficeStanding {
  readonly chains: readonly ChainStanding[]
  readonly letters: number
  readonly documents: number
}

/** Goes over the ids of the chains, page by page; of documents only the few about letters are read. */
export async function standingOf(database: SyncDatabase): Promise<OfficeStanding> {
  const found = new Map<InstallationId, { own: number; relayed: number; last: number; standing: number }>()
  const said = { retired: new Set<string>(), replaced: new Set<string>() }
  let [letters, documents] = [0, 0]
  for await (const id of idsOf(database)) {
    documents++
    const place = placeOfId(id)
    if (place !== null) {
      const chain = found.get(place.installation) ?? { own: 0, relayed: 0, last: 0, standing: 0 }
      found.set(place.installation, chain)
      if (place.by === null) chain.own++
      else chain.relayed++
      // Ids come in their order: a sequence and all its copies stand together.
      if (place.sequence > chain.last) chain.standing++
      chain.last = Math.max(chain.last, place.sequence)
    } else if (id.startsWith('letter:')) letters++
    else if (id.startsWith('retired:')) said.retired.add(id.slice('retired:'.length))
    else if (id.startsWith('replaced:')) said.replaced.add(id.slice('replaced:'.length))
  }
  const claimed = Object.entries(await lettersOnServer(database))
  const letterOf = (installation: InstallationId) =>
    (claimed.filter(([, holder]) => holder === installation).at(-1)?.[0] ?? null) as DeskLetter | null
  const seen = new Map<InstallationId, Presence | null>()
  for (const installation of found.keys()) seen.set(installation, await findPresence(database, installation))
  const chains = [...found].map(([installation, { own, relayed, last, standing }]) => ({
    letter: letterOf(installation),
    seen: seen.get(installation) ?? null,
    installation,
    records: own,
    last,
    relayed,
    missing: last - standing,
    state: said.retired.has(installation) ? 'retired' : said.replaced.has(installation) ? 'replaced' : 'open',
  })) satisfies ChainStanding[]
  return { chains, letters, documents }
}

/** Every id of the office's, in its order; designs of the server are none. */
async function* idsOf(database: SyncDatabase): AsyncGenerator<string> {
  let from = BEFORE_ALL
  for (;;) {
    const page = await database.range({ from, to: PAST_ALL, limit: PAGE, content: 'ids' })
    for (const { _id } of page as readonly { readonly _id: string }[])
      if (_id !== from && !_id.startsWith('_')) yield _id
    const last = (page.at(-1) as { readonly _id: string } | undefined)?._id
    if (last === undefined || page.length < PAGE) return
    from = last
  }
}
