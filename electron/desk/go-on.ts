import { type Action, ActionId, actionId, chainPlaceOf, entityId } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { type DeskLetter, freeLetter } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { renamePatiently } from '../journal/atomic-file.ts'
import { Chain, loadChain } from '../journal/chain.ts'
import { EntityIndex } from '../journal/entity-index.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { type JournalOptions, openJournal } from '../journal/journal.ts'
import { readSealed } from '../journal/reading.ts'
import type { ActionDraft, Journal } from '../journal/types.ts'
import type { Begins, DeskKeys } from '../security/key-store.ts'
import { lettersOf } from '../sync/office-desks.ts'
import { officeDate } from './office-date.ts'
import { findUser, type OpenDesk } from './open-desk.ts'

/** Records told or taken at once. */
const AT_ONCE = 500

type Opening = JournalOptions & { readonly keys: DeskKeys }

/**
 * Opens the journal of a desk. Where the desk goes on as a new installation (ADR 36) this first ends what that needs, however
 * often it was cut short: its chain begins, what only it had written behind the last record that others share is told anew
 * in it, and the old chain is from then on another's, as far as it is shared. Throws as `openJournal`, and `journal.*`.
 */
export async function openDeskJournal(opening: Opening): Promise<Journal> {
  const { begins } = opening.keys
  if (begins === null) return openJournal(opening)
  if (await isAside(opening, begins)) return retaken(opening, begins)
  const journal = await openJournal(opening)
  const forked = lastForked(journal, begins)
  if (forked === null) {
    if (ownLength(journal) === 0) await journal.append(openings(opening, begins))
    return journal
  }
  await tellAnew(journal, opening, begins, forked)
  await journal.close()
  await setAside(opening, begins)
  return retaken(opening, begins)
}

function ownLength(journal: Journal): number {
  return journal.head().cursor[journal.installation] ?? 0
}

/** Where the old chain has records behind the last shared one: the place of both. */
function lastForked(journal: Journal, { replaces, common }: Begins): Fork | null {
  const last = journal.head().cursor[replaces] ?? 0
  return common === null || last <= common ? null : { common, last }
}

interface Fork {
  readonly common: number
  readonly last: number
}

/** What the new chain begins with. */
function openings({ keys, clock }: Opening, begins: Begins): ActionDraft[] {
  const { replaces, letter, user, role, restored } = begins
  const entity = entityId('desk', keys.installation)
  const by = { entity, date: officeDate(clock.now()), user, role, personal: null }
  const { publicKey } = keys
  const body = { letter, provisional: true, publicKey, replaces }
  const opened = { type: 'desk.opened', version: ACTION_TYPES['desk.opened'].version, basedOn: null, body, ...by }
  if (restored === null) return [opened]
  const basedOn = actionId(keys.installation, 1)
  const { version } = ACTION_TYPES['desk.restored']
  return [opened, { type: 'desk.restored', version, basedOn, body: restored, ...by }]
}

/** Tells the acts of a fork again in the new chain, each once; those told before a cut are there. */
async function tellAnew(journal: Journal, opening: Opening, begins: Begins, { common, last }: Fork): Promise<void> {
  const own = journal.installation
  const heads = openings(opening, begins)
  const placeIn = (sequence: number) => heads.length + sequence - common
  const told = Math.max(0, ownLength(journal) - heads.length)
  for (let after = common + told; after < last; ) {
    const cursor = { ...journal.head().cursor, [begins.replaces]: after }
    const { actions } = await journal.read(cursor, AT_ONCE)
    const renamed = (id: ActionId) => {
      const { installation, sequence } = chainPlaceOf(id)
      return installation === begins.replaces && sequence > common ? actionId(own, placeIn(sequence)) : id
    }
    const drafts = actions.map(action => draftOf(action, renamed))
    await journal.append(ownLength(journal) === 0 ? [...heads, ...drafts] : drafts)
    after += actions.length
  }
}

/** The act as it was, with what it names of its own chain under the new places. */
function draftOf({ id: _, stamp: __, at: ___, ...facts }: Action, renamed: (id: ActionId) => ActionId): ActionDraft {
  const { basedOn, beside, personal, body } = facts
  const value = personal?.value ?? null
  return {
    ...facts,
    basedOn: basedOn && renamed(basedOn),
    ...(beside && { beside: beside.map(renamed) }),
    body: renamedIn(body, renamed) as ActionDraft['body'],
    // Of who was erased meanwhile nothing is told anew.
    personal: personal === null || value === null ? null : { subject: personal.subject, value },
  }
}

function renamedIn(value: unknown, renamed: (id: ActionId) => ActionId): unknown {
  if (typeof value === 'string') {
    const id = ActionId.safeParse(value)
    return id.success ? renamed(id.data) : value
  }
  if (Array.isArray(value)) return value.map(one => renamedIn(one, renamed))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamedIn(one, renamed)]))
}

const asideOf = ({ folder }: Opening, { replaces }: Begins) => `${folder}/journal/${replaces}.forked`

async function isAside(opening: Opening, begins: Begins): Promise<boolean> {
  const { files = nodeFiles } = opening
  return (await files.list(asideOf(opening, begins))).length > 0
}

/** The old chain goes aside whole; the head that knew it goes first, so that nobody misses it. */
async function setAside(opening: Opening, begins: Begins): Promise<void> {
  const { folder, files = nodeFiles } = opening
  await files.remove(`${folder}/head`)
  await files.flushFolder(folder)
  await renamePatiently(files, `${folder}/journal/${begins.replaces}`, asideOf(opening, begins))
  await files.flushFolder(`${folder}/journal`)
}

/** Takes what is shared of the chain that lies aside, as if another desk had sent it; then that goes. */
async function retaken(opening: Opening, begins: Begins): Promise<Journal> {
  const { keys, files = nodeFiles } = opening
  const journal = await openJournal(opening)
  const { replaces, common } = begins
  const shared = common ?? 0
  const held = journal.head().cursor[replaces] ?? 0
  // Where all of it is taken only the removal was cut short: what is left there need not be whole.
  if (held < shared) {
    const aside = new Chain(replaces, asideOf(opening, begins), new EntityIndex())
    await loadChain(aside, { files, keys, head: null })
    for (let after = held; after < shared; ) {
      const limit = Math.min(AT_ONCE, shared - after)
      const payloads = await readSealed(aside, { after, limit, bytes: Number.POSITIVE_INFINITY }, files)
      if (payloads.length === 0) throw new Error('the shared part of a chain does not end with a call')
      await journal.receive(replaces, payloads)
      after += payloads.length
    }
  }
  const folder = asideOf(opening, begins)
  for (const name of await files.list(folder)) await files.remove(`${folder}/${name}`)
  return journal
}

/** The first letter that no desk of the office has or had. Throws ExpectedError `desk.no_letter`. */
export async function nextLetter(desk: OpenDesk): Promise<DeskLetter> {
  const letter = freeLetter(await lettersOf(desk.journal))
  if (letter === null) throw new ExpectedError('desk.no_letter')
  return letter
}

/** What the new chain begins with: the person of this desk goes on at it. */
export async function beginsOf(desk: OpenDesk, known: Pick<Begins, 'letter' | 'common' | 'restored'>): Promise<Begins> {
  const person = await findUser(desk)
  const by = { user: person?.id ?? 'system', role: person?.role ?? 'system' } as const
  return { replaces: desk.journal.installation, ...by, ...known }
}
