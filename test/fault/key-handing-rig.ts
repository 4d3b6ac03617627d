import { createAccess } from '#electron/access/access.ts'
import { beginTries } from '#electron/access/tries.ts'
import type { Actor } from '#electron/desk/act.ts'
import type { DeskState } from '#electron/desk/desk-state.ts'
import { inTurn } from '#electron/desk/in-turn.ts'
import { commitOf, endKeyChange, noteKeyChange } from '#electron/desk/key-change.ts'
import { officeDate, officeTime } from '#electron/desk/office-date.ts'
import { type OpenDesk, openDesk } from '#electron/desk/open-desk.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { createKeys } from '#electron/security/key-store.ts'
import { newDoor, readOfficeKey, withPassword, writeDoor } from '#electron/security/office-key.ts'
import { changeOfficeKey, drawOfficeKey, settleOfficeKey } from '#electron/security/office-key-change.ts'
import { readLinks } from '#electron/security/older-keys.ts'
import { draftRecovery, writeRecovery } from '#electron/security/recovery-file.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { keyHandingServices } from '#electron/sync/key-handing.ts'
import { entityId } from '#shared/change/action.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { draft, opening } from './desk-rig.ts'
import { MemoryFiles } from './memory-files.ts'
import { type Entered, keysBy, openWith, PERSON, placeOf } from './office-key-rig.ts'

const NOW = 1_790_000_000_000
const CALLER = { window: 1, page: 'desk', load: 0 } as const
export const STICK = '/stick'
export const PASSWORD = 'көк аспан астында'

export const BY: Actor = { user: PERSON.id, role: PERSON.role, date: officeDate(NOW), time: officeTime(NOW), now: NOW }

/** A desk that somebody sits at. */
export interface Seat {
  readonly files: MemoryFiles
  readonly desk: OpenDesk
  readonly services: ReturnType<typeof keyHandingServices>
  readonly bugs: unknown[]
  readonly state: Pick<DeskState, 'desk' | 'actor' | 'access' | 'clock' | 'place' | 'atDoor'>
  /** The file that the next dialog answers with. */
  choose(path: string | null): void
}

/** Opens the desk of a disk as a start does, and sits down. `through`: what stands between the desk and its disk. */
export async function sit(files: MemoryFiles, through: FileSystem = files): Promise<Seat> {
  const bugs: unknown[] = []
  const place = placeOf(through)
  const parts = await openWith(through, await keysBy(through))
  const desk = await openDesk({ ...parts, reportBug: error => bugs.push(error) })
  await endKeyChange(desk, place, BY)
  const found = await readOfficeKey(place)
  const access = await createAccess({
    ...{ place, door: found.kind === 'door' ? found : null, findDesk: () => desk },
    openWith: async () => undefined,
    findPerson: async id => (id === PERSON.id ? PERSON : null),
  })
  const clock = { now: () => NOW } as DeskState['clock']
  const state = { desk: () => desk, actor: () => BY, access, clock, place, atDoor: inTurn() }
  let chosen: string | null = null
  const services = keyHandingServices({
    context: { chooseFolder: async () => STICK, chooseExchange: async () => chosen },
    ...{ state },
    moved: () => undefined,
    copy: async () => true,
  })
  return {
    ...{ files, desk, services, bugs, state },
    choose(path) {
      chosen = path
    },
  }
}

export async function stand({ desk }: Pick<Seat, 'desk'>): Promise<void> {
  await desk.journal.close()
  desk.keys.close()
}

export const ask = <C extends keyof Seat['services']>(
  seat: Seat,
  channel: C,
  args: object = {},
): Promise<ResultOf<C>> =>
  (seat.services[channel] as unknown as (args: object, caller: typeof CALLER) => Promise<ResultOf<C>>)(args, CALLER)

interface NewDisk {
  readonly of?: Seat
  readonly by?: Entered
  /** The desk it goes on for. */
  readonly replaces?: string
}

/** The disk of a new desk: of a new office with its paper and its first person, or of the office of another. */
export async function newDisk(letter: string, { of, by = 'system', replaces }: NewDisk = {}): Promise<MemoryFiles> {
  const files = new MemoryFiles()
  const place = placeOf(files)
  const links = of ? await readLinks(placeOf(of.files)) : []
  const keys = of
    ? await of.desk.keys.lend(async office => createKeys(place, Buffer.from(office), { links }))
    : await createKeys(place)
  const { file } = await keys.lend(async office => draftRecovery(office, systemRandom))
  await writeRecovery(place, file)
  const desk = await openWith(files, keys)
  const person = { ...draft(0), type: 'user.added', entity: entityId('user', PERSON.id), body: { user: PERSON } }
  const office = {
    ...draft(0),
    type: 'office.set',
    entity: entityId('office', 'main'),
    body: { office: FIRST_RUN.office },
  }
  const opened = opening(desk, letter)
  if (replaces !== undefined) opened.body.replaces = replaces
  await desk.journal.append([opened, ...(of ? [] : [person, office])])
  await desk.journal.close()
  if (by === 'password') {
    const empty = newDoor(keys.keyId, place.storage, systemRandom)
    const door = await keys.lend(bytes => withPassword(empty, bytes, { person: PERSON, password: PASSWORD }, place))
    await beginTries({ ...place, machine: door.machine })
    await writeDoor(place, door)
  }
  return files
}

/** What others hold of the chains of a desk is taken, as far as it opens there. */
export async function bring(from: Seat, to: Seat): Promise<void> {
  const held = to.desk.journal.head().cursor
  for (const { installation } of from.desk.journal.lastOf()) {
    if (installation === to.desk.journal.installation) continue
    const after = held[installation] ?? 0
    const sealed = await from.desk.journal.sealed(installation, { after, limit: 1000, bytes: 10_000_000 })
    if (sealed.length > 0) await to.desk.gate.take(installation, sealed)
  }
}

/** Changes the office key as its services do; answers with its paper. */
export async function changeKey({ desk, files }: Seat): Promise<string> {
  const place = placeOf(files)
  const drawn = drawOfficeKey(systemRandom)
  const door = await readOfficeKey(place)
  const access = {
    door: door.kind === 'door' ? door : null,
    change: (next: Parameters<typeof writeDoor>[1]) => writeDoor(place, next),
  }
  await desk.gate.inTurn(async actNow => {
    const by = { user: PERSON.id, role: PERSON.role, reason: 'person_left' } as const
    await changeOfficeKey({ place, keys: desk.keys, drawn, by, commit: commitOf(place, access) })
    await settleOfficeKey(place, desk.keys)
    await noteKeyChange(desk, BY, actNow)
  })
  return drawn.text
}

/** The file that a desk has written onto its stick, carried to another. */
export function carry(from: Seat, to: Seat, fileName: string): string {
  const path = `${STICK}/${fileName}`
  to.files.put(path, from.files.get(path))
  return path
}

/** Asks at one desk; the request lies on the stick of the other. */
export async function askAt(seat: Seat, giver: Seat): Promise<string> {
  const made = await ask(seat, 'key.ask')
  if (made.state !== 'saved') throw new Error('nothing was asked')
  return carry(seat, giver, made.fileName)
}

/** Opens the request and gives; the answer lies on the stick of the asking desk. */
export async function giveAt(giver: Seat, request: string, to: Seat): Promise<{ path: string; digits: string }> {
  giver.choose(request)
  const { asked } = await ask(giver, 'key.request')
  if (asked === null) throw new Error('no request')
  const given = await ask(giver, 'key.give', { installation: asked.installation })
  if (given.state !== 'saved') throw new Error('nothing was given')
  return { path: carry(giver, to, given.fileName), digits: given.fingerprint }
}

/** Opens the answer and takes the key by these digits. */
export async function takeAt(seat: Seat, { path, digits }: { path: string; digits: string }): Promise<void> {
  seat.choose(path)
  const { found } = await ask(seat, 'key.answer')
  await ask(seat, 'key.take', { from: found?.from, digits })
}
