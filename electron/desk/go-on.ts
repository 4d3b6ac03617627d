import {
  type Action,
  ActionId,
  actionId,
  chainPlaceOf,
  EntityId,
  entityId,
  type InstallationId,
  keyOf,
  nounOf,
} from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { DeskLetter, freeLetter } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { renamePatiently } from '../journal/atomic-file.ts'
import { Chain, loadChain } from '../journal/chain.ts'
import { EntityIndex } from '../journal/entity-index.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { type JournalOptions, openJournal } from '../journal/journal.ts'
import { readSealed } from '../journal/reading.ts'
import type { ActionDraft, Journal } from '../journal/types.ts'
import { type Begins, type DeskKeys, installationsOf } from '../security/key-store.ts'
import { rememberedOf } from '../sync/memory.ts'
import { lettersOf } from '../sync/office-desks.ts'
import { officeDate } from './office-date.ts'
import { findUser, type OpenDesk } from './open-desk.ts'

/** Records told or taken at once. */
const AT_ONCE = 500
/** About so many bytes: a call goes into one segment. */
const BYTES_AT_ONCE = 4 * 1024 * 1024

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
    await opening.keys.endFork()
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
  const rename = renaming(begins.replaces, own, await begunAfter(journal, begins.replaces, common))
  const renamed = (text: string) => {
    // What was done with the desk itself is done with this one: the other computer goes on as it was.
    if (text === entityId('desk', begins.replaces)) return entityId('desk', own)
    const id = ActionId.safeParse(text)
    if (!id.success) return rename(text)
    const { installation, sequence } = chainPlaceOf(id.data)
    return installation === begins.replaces && sequence > common ? actionId(own, placeIn(sequence)) : text
  }
  const told = Math.max(0, ownLength(journal) - heads.length)
  for (let after = common + told; after < last; ) {
    const actions = await actsAfter(journal, begins.replaces, after)
    const drafts = upToSize(actions.map(action => draftOf(action, renamed)))
    await journal.append(ownLength(journal) === 0 ? [...heads, ...drafts] : drafts)
    after += drafts.length
  }
}

/** As many of these as are appended at once. */
function upToSize(drafts: readonly ActionDraft[]): ActionDraft[] {
  let bytes = 0
  return drafts.filter((draft, at) => {
    bytes += JSON.stringify(draft).length
    return at === 0 || bytes <= BYTES_AT_ONCE
  })
}

/** The next acts of one chain after a sequence. */
async function actsAfter(journal: Journal, installation: InstallationId, after: number): Promise<Action[]> {
  return (await journal.read({ ...journal.head().cursor, [installation]: after }, AT_ONCE)).actions
}

/**
 * Things that were begun in a chain after a sequence and bear its installation in their key: a number that a desk gives, a day
 * of it. The other computer may have begun another one under the same key.
 */
async function begunAfter(journal: Journal, installation: InstallationId, common: number): Promise<Set<string>> {
  const keys = new Set<string>()
  const last = journal.head().cursor[installation] ?? 0
  for (let after = common; after < last; ) {
    const actions = await actsAfter(journal, installation, after)
    for (const { entity, basedOn } of actions) {
      const key = keyOf(entity)
      // The log of looks is the old installation's: what was told of it stays told of it.
      const isOwn = key !== installation && key.includes(installation) && nounOf(entity) !== 'audit'
      if (basedOn === null && isOwn) keys.add(key)
    }
    after += actions.length
  }
  return keys
}

/** A text that names one of the things, alone or as an entity, names the same of the new installation. */
function renaming(replaces: InstallationId, own: InstallationId, keys: ReadonlySet<string>) {
  return (text: string): string => {
    const key = text.slice(text.indexOf(':') + 1)
    return keys.has(key) ? text.replace(replaces, own) : text
  }
}

/** The act as it was, with what it names of what its chain began under the new places and keys. */
function draftOf({ id: _, stamp: __, at: ___, ...facts }: Action, renamed: (text: string) => string): ActionDraft {
  const { entity, basedOn, beside, personal, body } = facts
  const value = personal?.value ?? null
  return {
    ...facts,
    entity: EntityId.parse(renamed(entity)),
    basedOn: basedOn && ActionId.parse(renamed(basedOn)),
    ...(beside && { beside: beside.map(one => ActionId.parse(renamed(one))) }),
    body: renamedIn(body, renamed) as ActionDraft['body'],
    // Of who was erased meanwhile nothing is told anew.
    personal: personal === null || value === null ? null : { subject: personal.subject, value },
  }
}

function renamedIn(value: unknown, renamed: (text: string) => string): unknown {
  if (typeof value === 'string') return renamed(value)
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
  // From now on the old chain grows by what others have of it, and nothing of that is a fork.
  await keys.endFork()
  const folder = asideOf(opening, begins)
  for (const name of await files.list(folder)) await files.remove(`${folder}/${name}`)
  return journal
}

/** The first letter that no desk of the office has, had or holds on its server. Throws ExpectedError `desk.no_letter`. */
export async function nextLetter(desk: OpenDesk): Promise<DeskLetter> {
  const held = Object.keys((await rememberedOf(desk))?.letters ?? {}).map(one => DeskLetter.parse(one))
  const letter = freeLetter([...(await lettersOf(desk.journal)), ...held])
  if (letter === null) throw new ExpectedError('desk.no_letter')
  return letter
}

/** What the new chain begins with: the person of this desk goes on at it. */
export async function beginsOf(desk: OpenDesk, known: Pick<Begins, 'letter' | 'common' | 'restored'>): Promise<Begins> {
  const person = await findUser(desk)
  const by = { user: person?.id ?? 'system', role: person?.role ?? 'system' } as const
  const [replaces = desk.journal.installation, ...earlier] = installationsOf(desk.keys)
  return { replaces, earlier, ...by, ...known }
}
