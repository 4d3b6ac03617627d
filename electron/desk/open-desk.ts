import { chainPlaceOf, entityId, inOrder, SubjectId } from '#shared/change/action.ts'
import type { Directories, SetEntry } from '#shared/directory/model.ts'
import { officeDirectories } from '#shared/directory/seed.ts'
import { foldEntry } from '#shared/directory/transitions.ts'
import type { Office, User } from '#shared/office/model.ts'
import { foldOffice } from '#shared/office/transitions.ts'
import type { Official } from '#shared/official/model.ts'
import { foldOfficial } from '#shared/official/transitions.ts'
import { foldUser } from '#shared/user/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal, SubjectKeyring } from '../journal/types.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { type Actor, createGate, type Gate } from './act.ts'
import { dropKeys } from './erase.ts'
import { officeDate, officeTime } from './office-date.ts'

/** A desk whose keys are unlocked and whose journal is open. */
export interface OpenDesk {
  readonly keys: DeskKeys
  readonly keyring: SubjectKeyring
  readonly journal: Journal
  readonly gate: Gate
  /** Notes an exception that nobody expected; no personal data in it. */
  reportBug(error: unknown): void
}

/** The parts of a desk that were opened. */
export type OpenParts = Omit<OpenDesk, 'gate'>

/**
 * Makes a desk of its opened parts and ends what a power failure may have cut short: a subject whose erasure stands in
 * the journal has no key any more.
 */
export async function openDesk(parts: OpenParts): Promise<OpenDesk> {
  const gate = await createGate(parts.journal)
  const erased = [...gate.related().erasedSubjects.keys()].map(subject => SubjectId.parse(subject))
  const left = erased.filter(subject => parts.keyring.keyOf(subject) !== null)
  if (left.length > 0) await dropKeys(parts, left)
  return { ...parts, gate }
}

/** The office as set, or null before the first run has ended. */
export async function findOffice(desk: OpenDesk): Promise<Office | null> {
  return foldOffice(await readableActionsOf(desk.journal, entityId('office', 'main'))).office
}

/** The person of this desk: who opened it in an office that knew them, else the first that was added at this installation. */
export async function findUser({ journal }: Pick<OpenDesk, 'journal'>): Promise<User | null> {
  const own = journal.installation
  const opened = (await journal.actionsOf(entityId('desk', own))).find(({ type }) => type === 'desk.opened')
  const known = opened === undefined || opened.user === 'system' ? null : entityId('user', opened.user)
  for (const entity of known === null ? journal.entitiesOf('user') : [known]) {
    const actions = await readableActionsOf(journal, entity)
    const [first] = inOrder(actions)
    const isOwn = known !== null || (first !== undefined && chainPlaceOf(first.id).installation === own)
    const { user } = foldUser(actions)
    if (user && isOwn) return user
  }
  return null
}

/** Officials who stand (not taken back). */
export async function activeOfficials(desk: OpenDesk): Promise<Official[]> {
  const found: Official[] = []
  for (const entity of desk.journal.entitiesOf('official')) {
    const { status, official } = foldOfficial(await readableActionsOf(desk.journal, entity), desk.gate.related())
    if (status === 'active' && official) found.push(official)
  }
  return found
}

/** The directories as the office keeps them: what it began with and, over it, what was set. Ended entries too. */
export async function directoriesOf(desk: OpenDesk): Promise<Directories> {
  const set: SetEntry[] = []
  for (const id of desk.journal.entitiesOf('entry')) {
    const { directory, entry } = foldEntry(await readableActionsOf(desk.journal, id))
    if (directory !== null && entry !== null) set.push({ directory, entry })
  }
  return officeDirectories(set)
}

/** Who acts at an instant (milliseconds). Before the first user is added the system does. */
export function actorOf(user: User | null, now: number): Actor {
  const when = { date: officeDate(now), time: officeTime(now), now }
  return user ? { user: user.id, role: user.role, ...when } : { user: 'system', role: 'system', ...when }
}
