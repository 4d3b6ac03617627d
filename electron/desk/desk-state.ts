import { mkdir } from 'node:fs/promises'
import { entityId } from '#shared/change/action.ts'
import type { FirstRun, StartState } from '#shared/ipc/contract.ts'
import type { User } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Access, createAccess } from '../access/access.ts'
import { peopleOf } from '../access/services.ts'
import { copyBeforeVersion } from '../backup/services.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { createClock, type DeskClock, machineTime } from '../journal/clock.ts'
import { checkStamp, type StoreStamp } from '../journal/stamp-file.ts'
import { createKeys, type DeskKeys, hasKeys, openKeysWith, placeOf } from '../security/key-store.ts'
import { openKeyring } from '../security/keyring.ts'
import { type OfficeKeyPlace, readOfficeKey } from '../security/office-key.ts'
import { randomText } from '../security/random-text.ts'
import { protectionOf, type SafeStorage } from '../security/safe-storage.ts'
import { systemRandom } from '../security/seal.ts'
import type { Actor } from './act.ts'
import { openDeskJournal } from './go-on.ts'
import { inTurn } from './in-turn.ts'
import { endKeyChange } from './key-change.ts'
import { officeDate } from './office-date.ts'
import { actorOf, findOffice, findUser, type OpenDesk, openDesk } from './open-desk.ts'
import { createDamageTold, type DamageTold, diskOf, jumpOf } from './watch.ts'

const MEGABYTE = 1024 * 1024

/** The desk of this program run: closed until its keys exist, ready once the first run has ended. */
export interface DeskState {
  /** The open desk. Throws `desk.not_ready` before the first run. */
  readonly desk: () => OpenDesk
  /** The open desk, or null before the first run. */
  readonly findDesk: () => OpenDesk | null
  readonly actor: () => Actor
  /** Who has entered, and what they may do. */
  readonly access: Access
  /** Where the office key is kept. */
  readonly place: OfficeKeyPlace
  /** The person of a desk without passwords. */
  readonly standing: () => User | null
  /** What changes the door, one after another: passwords, people, the office key. */
  readonly atDoor: ReturnType<typeof inTurn>
  readonly clock: DeskClock
  /** What was found damaged in this run. */
  readonly damage: DamageTold
  start(): Promise<StartState>
  firstRun(asked: FirstRun): Promise<StartState>
  close(): Promise<void>
}

/**
 * Checks the disk and the data's version, and opens what is there. Throws ExpectedError `start.*`: the desk is then not
 * shown, and Chromium's store is not touched.
 */
export async function createDeskState(context: ServiceContext, storage: SafeStorage): Promise<DeskState> {
  const { dataFolder } = context
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await demandRoom(context)
  await copyBeforeVersion(context)
  const clock = createClock(machineTime)
  await checkStamp({ folder: dataFolder, app: context.version, store: storeOf(context, clock) })
  const place = placeOf({ folder: dataFolder, storage })
  let open: OpenDesk | null = null
  let user: User | null = null

  async function openWith(keys: DeskKeys): Promise<void> {
    try {
      open = await openData(context, keys, clock)
    } catch (error) {
      // A start that fails may be tried again in this very run: no key of it stays in memory.
      keys.close()
      throw error
    }
    user = await findUser(open)
    await endKeyChange(open, place, actorOf(null, clock.now()))
  }

  const key = (await hasKeys(place)) ? await readOfficeKey(place) : null
  const access = await createAccess({
    place,
    door: key?.kind === 'door' ? key : null,
    findDesk: () => open,
    openWith: async (office, { wrappedWith }) => openWith(await openKeysWith(place, office, wrappedWith)),
    findPerson: async id => (open === null ? null : findActive(open, id)),
    now: () => clock.now(),
  })
  if (key?.kind === 'open') await openWith(await openKeysWith(place, key.office, key.wrappedWith))

  const damage = createDamageTold()
  const desk = () => demanded(open)
  const start = () => startStateOf({ context, storage, clock, access, open, user, damage })

  async function begin(asked: FirstRun): Promise<StartState> {
    const isSetUp = access.door !== null || (open !== null && (await findOffice(open)) !== null)
    if (isSetUp) throw new ExpectedError('desk.already_set_up')
    if (!open) await openWith(await createKeys({ folder: dataFolder, storage }))
    await appendFirstActions(desk(), asked, actorOf(user, clock.now()))
    user = await findUser(desk())
    // The desk stands now: a language that could not be kept is chosen again, not a reason to begin again.
    await context.settings.change({ language: asked.language }).catch(error => context.log.bug('settings', error))
    return start()
  }

  // One after another: two at once would make two sets of keys, each over the other's files.
  const serially = inTurn()

  return {
    desk,
    findDesk: () => open,
    actor: () => actorOf(access.door === null ? user : access.last, clock.now()),
    access,
    standing: () => user,
    atDoor: inTurn(),
    clock,
    damage,
    start,
    firstRun: asked => serially(() => begin(asked)),
    place,
    close: () => closed(open),
  }
}

async function closed(open: OpenDesk | null): Promise<void> {
  await open?.journal.close()
  open?.keys.close()
}

/** Throws `desk.not_ready` before the first run, and before anybody has entered. */
function demanded(open: OpenDesk | null): OpenDesk {
  if (open === null) throw new ExpectedError('desk.not_ready')
  return open
}

/** The store this start is about to open, as the stamp tells it. */
function storeOf({ store }: ServiceContext, clock: DeskClock): StoreStamp {
  return { ...store, last: officeDate(clock.now()) }
}

/** What the page is told first. */
async function startStateOf(now: {
  readonly context: ServiceContext
  readonly storage: SafeStorage
  readonly clock: DeskClock
  readonly access: Access
  readonly open: OpenDesk | null
  readonly user: User | null
  readonly damage: DamageTold
}): Promise<StartState> {
  const { context, storage, clock, access, open, user, damage } = now
  return {
    ...(await whoStands(access, open, user)),
    language: context.language(),
    version: context.version,
    host: context.host,
    keyProtection: open?.keys.protection ?? protectionOf(storage),
    installation: open?.journal.installation ?? null,
    today: officeDate(clock.now()),
    now: clock.now(),
    disk: await diskOf(context),
    notices: [...noticesOf(open, clock), ...damage.notices()],
    batch: context.batch !== null,
  }
}

/** What the page shows, and to whom. Nothing of the desk where nobody has entered. */
async function whoStands(
  { door, person, pins }: Access,
  open: OpenDesk | null,
  user: User | null,
): Promise<Pick<StartState, 'phase' | 'user' | 'guarded' | 'people'>> {
  if (door !== null && person === null) {
    const people = door.people.map(({ id, name, position }) => ({
      id,
      name,
      position,
      pin: open !== null && pins.has(id),
    }))
    return { phase: 'locked', user: null, guarded: true, people }
  }
  const ready = open !== null && (await findOffice(open)) !== null
  return { phase: ready ? 'ready' : 'first_run', user: person ?? user, guarded: door !== null, people: [] }
}

/** Who works at the desk under this id, or null: unknown, or suspended. */
async function findActive(open: OpenDesk, id: string): Promise<User | null> {
  const found = (await peopleOf(open)).find(({ user }) => user.id === id)
  return found && !found.suspended ? found.user : null
}

/** Keyring and journal of these keys, as a desk. */
export async function openData(
  context: Pick<ServiceContext, 'dataFolder' | 'settings' | 'log'>,
  keys: DeskKeys,
  clock: DeskClock,
): Promise<OpenDesk> {
  const { dataFolder: folder, settings, log } = context
  const keyring = await openKeyring({ folder, keys })
  const floor = () => settings.current.floorMegabytes * MEGABYTE
  const journal = await openDeskJournal({ folder, keys, keyring, clock, floor })
  return openDesk({ keys, keyring, journal, reportBug: error => void log.bug('desk', error) })
}

/** The desk, its first person and the office in one flush: after a power failure the first run is done or not begun. */
async function appendFirstActions(desk: OpenDesk, asked: FirstRun, actor: Actor): Promise<void> {
  const { journal, keys } = desk
  const user: User = { id: randomText(16, systemRandom), ...asked.user, role: asked.user.role ?? 'clerk' }
  const opened = { letter: asked.letter, provisional: true, publicKey: keys.publicKey }
  const acts = [
    { entity: entityId('desk', journal.installation), type: 'desk.opened', body: opened },
    { entity: entityId('user', user.id), type: 'user.added', body: { user } },
    { entity: entityId('office', 'main'), type: 'office.set', body: { office: asked.office } },
  ]
  await desk.gate.act(
    acts.map(act => ({ intent: { ...act, basedOn: null } })),
    actor,
  )
}

async function demandRoom(context: ServiceContext): Promise<void> {
  const { free, floor } = await diskOf(context)
  if (free < floor) {
    throw new ExpectedError('start.disk_full', { free: Math.floor(free / MEGABYTE), floor: floor / MEGABYTE })
  }
}

function noticesOf(open: OpenDesk | null, clock: DeskClock): StartState['notices'] {
  const notices: StartState['notices'] = []
  if (open && open.journal.report.cutBytes > 0) {
    notices.push({ code: 'tail_cut', params: { bytes: open.journal.report.cutBytes } })
  }
  const jump = jumpOf(clock)
  if (jump) notices.push({ code: 'clock_jumped', params: { ...jump } })
  return notices
}
