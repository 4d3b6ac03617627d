import { basename } from 'node:path'
import type { FoundCopy, StagedCopy } from '#shared/ipc/backup.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { forgetTelephone } from '../access/second-factors.ts'
import { beginTries } from '../access/tries.ts'
import type { Actor } from '../desk/act.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { placeOf } from '../security/key-store.ts'
import { newDoor, readOfficeKey, withPassword, writeDoor, writeOpenKey } from '../security/office-key.ts'
import { findRecovery, openByTyped } from '../security/recovery-file.ts'
import type { SafeStorage } from '../security/safe-storage.ts'
import { copyAtRest, makeBackup } from './backups.ts'
import { type Container, checkContainer, readContainer } from './container.ts'
import { COPY_FOLDER, containerFiles } from './container-files.ts'
import { dropStaged, linksOf, noteRestored, type Staged, stageCopy } from './stage.ts'
import { decideSwap, placesOf } from './swap.ts'

/** What putting a copy back rests on; the desk may not be open, or not be there. */
export interface RestoreParts {
  readonly userData: string
  /** The program's own folder for copies. */
  readonly place: string
  readonly app: string
  readonly storage: SafeStorage
  readonly floor: () => number
  readonly now: () => number
  readonly findDesk: () => OpenDesk | null
  readonly actor: () => Actor
  readonly reportBug: (error: unknown) => void
}

/** One after another: choose, put beside, decide. Nothing of the desk changes before the next start. */
export interface Restore {
  /** Reads the index and every byte of a copy. Throws ExpectedError `backup.*`. */
  choose(path: string): Promise<FoundCopy>
  /** Puts the chosen copy beside the desk; `paper` where what opens the desk does not open it. */
  stage(paper: string | null): Promise<StagedCopy>
  /** Copies what stands and decides: the next start swaps. */
  decide(administrator: { user: string; password: string } | null): Promise<void>
  drop(): Promise<void>
}

interface Chosen {
  readonly container: Container
  staged: Looked | null
}

/** What was put beside the desk to be looked at; `here`: opened by what opens the desk. */
interface Looked {
  readonly staged: Staged
  readonly here: boolean
}

/** Who gets the first password of a desk that is put back where its passwords are not. */
type Administrator = Parameters<Restore['decide']>[0]

export function createRestore(parts: RestoreParts): Restore {
  const places = placesOf(parts.userData)
  let chosen: Chosen | null = null

  async function drop(): Promise<void> {
    await chosen?.staged?.staged.close()
    chosen = null
    await dropStaged(places.next)
  }

  return {
    drop,
    async choose(path) {
      await drop()
      const container = await readContainer(nodeFiles, path)
      await checkContainer(nodeFiles, container)
      await demandSameDesk(parts.findDesk(), container, places.folder)
      chosen = { container, staged: null }
      const { madeAt, kind, app, records, installation } = container.index
      const { size: bytes } = container
      const opensHere = opens(parts.findDesk(), container) || (await opensByMachine(parts, container))
      return { fileName: basename(path), madeAt, kind, app, records, bytes, installation, opensHere }
    },
    async stage(paper) {
      if (chosen === null) throw new ExpectedError('backup.none_chosen')
      await chosen.staged?.staged.close()
      chosen.staged = null
      const { container } = chosen
      const desk = parts.findDesk()
      const here = opens(desk, container)
      const staged = here
        ? await desk.keys.lend(office => stageCopy(container, { ...parts, ...places }, { office, here }))
        : await stageCopy(container, { ...parts, ...places }, { office: await officeOf(parts, container, paper), here })
      chosen.staged = { staged, here }
      return factsOf(staged, here, desk)
    },
    async decide(administrator) {
      if (chosen?.staged == null) throw new ExpectedError('backup.none_chosen')
      const { container } = chosen
      const { staged, here } = chosen.staged
      const looked = chosen.staged
      const desk = parts.findDesk()
      if (!here) administratorOf(staged, administrator)
      await copyWhatStands(parts, places.folder, container)
      if (desk !== null) await desk.gate.inTurn(() => decideOver(parts, desk, container, looked, administrator))
      else {
        if (!here) await giveKey(parts, places.next, staged, administrator)
        await decideBy(parts, staged, container)
      }
      chosen = null
    },
  }
}

/** Notes it in the completed journal and decides. */
async function decideBy({ actor, userData }: RestoreParts, staged: Staged, container: Container): Promise<void> {
  await noteRestored(staged, container, { next: placesOf(userData).next, actor: actor() })
  await staged.close()
  await decideSwap(userData)
}

/** What the desk has written since it was looked at is joined too, and from now on it writes nothing more. */
async function decideOver(
  parts: RestoreParts,
  desk: OpenDesk,
  container: Container,
  { staged, here }: Looked,
  by: Administrator,
): Promise<void> {
  const places = placesOf(parts.userData)
  const { keys } = here ? desk : staged.desk
  const office = await keys.lend(async key => Buffer.from(key))
  await staged.close()
  const again = await stageCopy(container, { ...parts, ...places }, { office, here })
  if (!here) await giveKey(parts, places.next, again, by)
  await decideBy(parts, again, container)
  await desk.journal.close()
}

/** Whether a key of the open desk opens the copy; one made without a key does not say whose it is. */
function opens(desk: OpenDesk | null, { index }: Container): desk is OpenDesk {
  return desk !== null && (index.keyId === null || desk.keys.knows(index.keyId))
}

/**
 * A desk that stands takes its own copies only: another's would make two desks that sign as one. A copy of after a change of
 * the office key that this desk has not seen is its own: it tells the key in force here among its older ones.
 */
async function demandSameDesk(desk: OpenDesk | null, container: Container, folder: string): Promise<void> {
  const { index } = container
  if (desk === null) return
  const links = await linksOf(nodeFiles, container, folder)
  const isOlder = links.some(({ keyId }) => keyId === desk.keys.keyId)
  if (!isOlder && !opens(desk, container)) throw new ExpectedError('backup.other_office')
  if (index.installation !== null && index.installation !== desk.keys.installation) {
    throw new ExpectedError('backup.other_desk')
  }
}

/** Whether this computer's key store opens the copy: its data was lost, not the computer. */
async function opensByMachine(parts: RestoreParts, container: Container): Promise<boolean> {
  const office = await officeByMachine(parts, container)
  office?.fill(0)
  return office !== null
}

async function officeByMachine({ storage }: RestoreParts, container: Container): Promise<Buffer | null> {
  const files = containerFiles(nodeFiles, container)
  const place = { ...placeOf({ folder: COPY_FOLDER, storage }), files }
  const key = await readOfficeKey(place).catch(() => null)
  return key?.kind === 'open' ? key.office : null
}

/** The office key of a copy: by this computer, or by the paper of the copy, or that of the desk as it is. Throws ExpectedError `backup.no_paper`, `access.wrong_paper`. */
async function officeOf(parts: RestoreParts, container: Container, paper: string | null): Promise<Buffer> {
  const ours = paper === null ? await officeByMachine(parts, container) : null
  if (ours !== null) return ours
  const places = [
    { folder: COPY_FOLDER, files: containerFiles(nodeFiles, container) },
    { folder: placesOf(parts.userData).folder, files: nodeFiles },
  ]
  const found = await Promise.all(places.map(place => findRecovery(place)))
  if (found.every(file => file === null)) throw new ExpectedError('backup.no_paper')
  if (paper === null) throw new ExpectedError('backup.paper_needed')
  for (const place of places) {
    const office = await openByTyped(place, paper)
    if (office !== null) return office
  }
  throw new ExpectedError('access.wrong_paper')
}

function factsOf(staged: Staged, here: boolean, present: OpenDesk | null): StagedCopy {
  const administrators = staged.administrators.map(({ id, name, position }) => ({ id, name, position }))
  return {
    office: staged.office?.name ?? null,
    records: staged.desk.journal.head().count,
    joined: staged.joined.records,
    present: present?.journal.head().count ?? null,
    isCut: staged.joined.isCut,
    goesOn: staged.goesOn,
    people: staged.desk.keyring.size,
    administrators: !here && staged.guarded ? administrators : [],
  }
}

/** Who gets the password, as asked; null: the desk of the copy has none. Throws ExpectedError `backup.administrator_needed`. */
function administratorOf({ guarded, administrators }: Staged, asked: Administrator) {
  if (!guarded) return null
  const person = administrators.find(one => one.id === asked?.user)
  if (asked === null || person === undefined) throw new ExpectedError('backup.administrator_needed')
  return { person, password: asked.password }
}

/** The office key as it lies on this computer from now on: open, or behind the password of one administrator. */
async function giveKey({ storage }: RestoreParts, next: string, staged: Staged, asked: Administrator): Promise<void> {
  const { desk } = staged
  const place = placeOf({ folder: next, storage })
  const given = administratorOf(staged, asked)
  if (given === null) return desk.keys.lend(office => writeOpenKey(place, office))
  const { person, password } = given
  const empty = newDoor(desk.keys.keyId, storage, place.random)
  const door = await desk.keys.lend(office => withPassword(empty, office, { person, password }, place))
  await beginTries({ ...place, machine: door.machine })
  // The telephone of that day may be gone with the computer.
  await forgetTelephone(desk.keys, place, person.id)
  await writeDoor(place, door)
}

/** A copy of what stands, before anything takes its place: of the open desk, or as it lies. */
async function copyWhatStands(parts: RestoreParts, folder: string, container: Container): Promise<void> {
  const { place, app, floor, now } = parts
  const made = { folder, place, app, files: nodeFiles, floor, now }
  const desk = parts.findDesk()
  if (desk !== null) return void (await makeBackup(made, desk, 'before_restore'))
  const { installation, keyId } = container.index
  if (installation !== null) await copyAtRest(made, 'before_restore', { installation, keyId })
}
