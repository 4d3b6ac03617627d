import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SubjectId } from '#shared/change/action.ts'
import type { DeskLetter, Office, User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { peopleOf } from '../access/services.ts'
import { type Actor, intentNow } from '../desk/act.ts'
import { beginsOf, nextLetter, openDeskJournal } from '../desk/go-on.ts'
import { actorOf, findOffice, type OpenDesk, openDesk } from '../desk/open-desk.ts'
import { createClock, machineTime } from '../journal/clock.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { countSegments } from '../journal/segments.ts'
import { checkStamp } from '../journal/stamp-file.ts'
import { openKeysWith } from '../security/key-store.ts'
import { keyIdOf } from '../security/keychain.ts'
import { openKeyring } from '../security/keyring.ts'
import { chainOf, joinedLinks, readLinks, writeLinks } from '../security/older-keys.ts'
import { findRecovery } from '../security/recovery-file.ts'
import { protectionOf, type SafeStorage } from '../security/safe-storage.ts'
import { forgetMemory } from '../sync/memory.ts'
import { officeDesks } from '../sync/office-desks.ts'
import { demandRoom } from './backups.ts'
import { type Container, checkContainer, piecesOf } from './container.ts'
import { COPY_FOLDER, containerFiles } from './container-files.ts'
import { type Erased, readErased } from './erased-list.ts'
import { type Joined, joinFiles, joinJournals, joinRings, take } from './join.ts'

/** What a copy is put back with. `next`: where it is completed and opened before it takes the place of `folder`. */
export interface StageParts {
  readonly folder: string
  readonly next: string
  readonly app: string
  readonly storage: SafeStorage
  readonly floor: () => number
  readonly reportBug: (error: unknown) => void
}

/** A copy put back beside the desk: completed, opened and counted as a start would. Nothing of the desk has changed. */
export interface Staged {
  readonly desk: OpenDesk
  readonly joined: Joined
  readonly office: Office | null
  /** Administrators of the desk who may enter. */
  readonly administrators: readonly User[]
  /** Whether the desk of the copy was entered by passwords. */
  readonly guarded: boolean
  /**
   * The letter with which the desk goes on as a new installation (ADR 36): other desks may have more of its records than can be
   * read here. Null: it goes on as itself.
   */
  readonly goesOn: DeskLetter | null
  close(): Promise<void>
}

/**
 * Puts a copy beside the desk. `office` is filled with zeros. `here`: whether the desk is opened by what opens it now, or
 * its key lies here anew (by the paper). Throws ExpectedError `backup.*`, `start.*`, `file.*`.
 */
export async function stageCopy(
  container: Container,
  parts: StageParts,
  { office, here }: { office: Buffer; here: boolean },
): Promise<Staged> {
  const { folder, next } = parts
  const files = nodeFiles
  await demandOpens(container, parts, office)
  await checkContainer(files, container)
  await dropStaged(next)
  await demandRoom({ files, floor: parts.floor }, dirname(folder), container.size)
  await extract(files, container, next)
  await checkStamp({ folder: next, app: parts.app })
  await joinLinks(files, folder, next)
  const keys = await openKeysWith({ folder: next, storage: parts.storage }, office, protectionOf(parts.storage))
  const join = { files, next, present: folder, keys }
  const copied = await joinRings(join)
  const joined = await joinJournals(join)
  await joinFiles(join)
  if (here) await takeKeys(files, folder, next)
  else await takePaper(files, folder, next, keys.keyId)
  const desk = await openStaged(parts, keys, await readErased(files, dirname(container.path), keys))
  await removeErased(parts, desk, copied)
  const people = await peopleOf(desk)
  return {
    desk,
    joined,
    office: await findOffice(desk),
    administrators: people.flatMap(({ user, suspended }) =>
      user.role === 'administrator' && !suspended ? [user] : [],
    ),
    guarded: await wasGuarded(containerFiles(files, container)),
    goesOn: (await mayBeBehind(files, parts, desk, joined)) ? await nextLetter(desk) : null,
    async close() {
      await desk.journal.close()
      desk.keys.close()
    },
  }
}

/**
 * Whether others may have records of this desk that are not here: the office has more desks than one, and what this desk has
 * written since the copy does not lie on this computer, or not to its end; or it has gone on as another one since.
 */
async function mayBeBehind(
  files: FileSystem,
  { folder }: StageParts,
  { journal }: OpenDesk,
  { isCut }: Joined,
): Promise<boolean> {
  const own = journal.installation
  if (journal.entitiesOf('desk').length < 2) return false
  const isReplaced = (await officeDesks(journal)).some(({ replaces }) => replaces === own)
  return isCut || isReplaced || (await countSegments(files, `${folder}/journal/${own}`, own)) === 0
}

/** Removes what was put beside the desk. */
export async function dropStaged(next: string): Promise<void> {
  await rm(next, { recursive: true, force: true })
}

async function extract(files: FileSystem, container: Container, next: string): Promise<void> {
  const source = await files.open(container.path, 'read')
  try {
    for (const [place, { path, size }] of container.index.files.entries()) {
      const target = `${next}/${path}`
      await files.makeFolder(dirname(target))
      const file = await files.open(target, 'create')
      try {
        let position = 0
        for await (const piece of piecesOf(source, container.starts[place] ?? 0, size)) {
          await file.write(position, piece)
          position += piece.length
        }
        await file.flush()
      } finally {
        await file.close()
      }
    }
  } finally {
    await source.close()
  }
}

/** Whether an office key opens what the copy was sealed under, itself or by the older keys here and in the copy. */
async function demandOpens(container: Container, { folder }: StageParts, office: Buffer): Promise<void> {
  const { keyId } = container.index
  if (keyId === null || keyIdOf(office) === keyId) return
  const { keys } = chainOf(Buffer.from(office), await linksOf(nodeFiles, container, folder))
  const isOpen = keys.some(key => keyIdOf(key) === keyId)
  for (const key of keys) key.fill(0)
  if (!isOpen) throw new ExpectedError('backup.other_office')
}

/** Older office keys as the copy and the desk as it is have them. */
export async function linksOf(files: FileSystem, container: Container, folder: string) {
  const held = await readLinks({ folder: COPY_FOLDER, files: containerFiles(files, container) })
  return joinedLinks([...held, ...(await readLinks({ folder, files }))])
}

/** The office key may have been changed since the copy was made, or since the desk as it is: what either opens is opened. */
async function joinLinks(files: FileSystem, folder: string, next: string): Promise<void> {
  const links = [...(await readLinks({ folder: next, files })), ...(await readLinks({ folder, files }))]
  if (links.length > 0) await writeLinks({ folder: next, files }, links)
}

/** The paper of the office key in force stays its paper, where the copy has that of an earlier key. */
async function takePaper(files: FileSystem, folder: string, next: string, keyId: string): Promise<void> {
  if ((await findRecovery({ folder: next, files }, keyId)) !== null) return
  if ((await findRecovery({ folder, files }, keyId)) !== null) await take(files, folder, next, 'keys/recovery.key')
}

/** What opens the desk here goes on opening it: wrapped keys, envelopes, tries, telephones. */
async function takeKeys(files: FileSystem, folder: string, next: string): Promise<void> {
  const names = await files.list(`${folder}/keys`)
  const isOurs = (name: string) =>
    ['tries', 'second'].includes(name) || /^(?!desk|store|older)[a-z]+\.key(?:\.next)?$/.test(name)
  const ours = names.filter(isOurs)
  for (const name of ours) await take(files, folder, next, `keys/${name}`)
}

async function openStaged(
  { next, floor, reportBug }: StageParts,
  keys: OpenDesk['keys'],
  erased: Erased,
): Promise<OpenDesk> {
  const keyring = await openKeyring({ folder: next, keys })
  const clock = createClock(machineTime)
  const journal = await openDeskJournal({ folder: next, keys, keyring, clock, floor })
  const desk = await openDesk({ keys, keyring, journal, reportBug })
  const { erasedSubjects } = desk.gate.related()
  const actor = actorOf(null, clock.now())
  for (const { subject, ground } of erased.filter(one => !erasedSubjects.has(one.subject))) {
    if (keyring.keyOf(subject) === null) continue
    await desk.gate.act([{ intent: intentNow(journal, 'subject', subject, 'subject.erased', { ground }) }], actor)
    await keyring.erase([subject])
  }
  // What Chromium may still keep of the lists under the key of the copy is unreadable from now on.
  await keys.rotateStoreKey()
  return desk
}

/** Scans of people who were erased since the copy, and what was typed at its time, which may name them. */
async function removeErased(
  { folder, next }: StageParts,
  { gate }: OpenDesk,
  copied: ReadonlySet<SubjectId>,
): Promise<void> {
  const since = new Set<string>([...gate.related().erasedSubjects.keys()].filter(one => copied.has(one as SubjectId)))
  if (since.size === 0) return
  for (const name of await nodeFiles.list(`${next}/papers`)) {
    if (since.has(name.split('.')[0] ?? '')) await nodeFiles.remove(`${next}/papers/${name}`)
  }
  const typed = new Set(await nodeFiles.list(`${folder}/drafts`))
  for (const name of await nodeFiles.list(`${next}/drafts`)) {
    if (!typed.has(name)) await nodeFiles.remove(`${next}/drafts/${name}`)
  }
}

/** Whether the key of the desk lay in envelopes. */
async function wasGuarded(view: FileSystem): Promise<boolean> {
  const bytes = await view.readFile(`${COPY_FOLDER}/keys/office.key`)
  try {
    return (JSON.parse(bytes?.toString('utf8') ?? '') as { format?: unknown }).format === 2
  } catch {
    return false
  }
}

/**
 * Notes in the completed journal that a copy was put back: when it was made, what it held, what was joined. A desk that goes on
 * as a new installation notes it in the chain that it begins at its next start.
 */
export async function noteRestored(
  { desk, joined, goesOn }: Staged,
  { index }: Container,
  { next, actor }: { readonly next: string; readonly actor: Actor },
): Promise<void> {
  const { madeAt, kind, records } = index
  const body = { madeAt, kind, records, joined: joined.records, isCut: joined.isCut }
  const { installation } = desk.journal
  if (goesOn !== null) {
    await forgetMemory(nodeFiles, next)
    await desk.keys.beginAnew(await beginsOf(desk, { letter: goesOn, common: null, restored: body }))
    return
  }
  await desk.gate.act([{ intent: intentNow(desk.journal, 'desk', installation, 'desk.restored', body) }], actor)
}
