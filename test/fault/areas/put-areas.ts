import { beginTries, openTries } from '#electron/access/tries.ts'
import { openDrafts } from '#electron/journal/drafts.ts'
import { readSentinel, writeSentinel } from '#electron/journal/sentinel.ts'
import { checkStamp } from '#electron/journal/stamp-file.ts'
import { keyIdOf } from '#electron/security/keychain.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { type Door, enter, readOfficeKey, withPassword, writeDoor } from '#electron/security/office-key.ts'
import { chainOf, linkOf, readLinks, writeLinks } from '#electron/security/older-keys.ts'
import { draftRecovery, findRecovery, openRecovery, writeRecovery } from '#electron/security/recovery-file.ts'
import { openBytes, sealBytes, systemRandom } from '#electron/security/seal.ts'
import { openSettings } from '#electron/settings/settings.ts'
import { openSiteFile } from '#electron/site/site-file.ts'
import { folderPlace } from '#electron/site/to-folder.ts'
import { fileSaver } from '#electron/windows/save-file.ts'
import { testRandom, testStorage } from '../desk-rig.ts'
import { type Area, leftIn, NOTHING, type Place } from './area.ts'

/** A file that is put in the place of the one before, again and again: versions 1, 2, 3 ... */
interface Put {
  readonly name: string
  readonly onDiskOnly?: true
  /** Folders in which nothing unfinished may be left by the next start. */
  readonly folders: readonly string[]
  /** What a start opens; answers how a version is put. */
  open(place: Place): Promise<(version: number) => Promise<unknown>>
  /** The version that a new start finds, null where there is none. Throws where it does not open. */
  get(place: Place): Promise<number | null>
  /** What a new start takes away. */
  tidy(place: Place): Promise<unknown>
}

const LAST = 4
const OFFICE = Buffer.alloc(32, 7)
const MACHINE = Buffer.alloc(32, 9)
const KEY = Buffer.alloc(32, 5)
const CHEAP = { memory: 1024, rounds: 1 }
const KEYS = {
  seal: (plain: Uint8Array, context: Uint8Array | string) => sealBytes(KEY, plain, context, systemRandom),
  open: (sealed: Uint8Array, context: Uint8Array | string) => openBytes(KEY, sealed, context),
}
const keyPlace = ({ folder, files }: Place) => ({ folder, files, storage: testStorage(), random: systemRandom })
/** A start opens the keys of people, and takes away what lies unfinished beside them. */
const openKeys = ({ folder, files }: Place) => openKeyring({ folder, files, keys: KEYS })
const start = ({ folder, files }: Place) => checkStamp({ folder, files, app: '9.0.0' })

const stamp: Put = {
  name: 'stamp of the data',
  folders: [''],
  open: async ({ folder, files }) => {
    await files.sizeOf(`${folder}/stamp.json`)
    return version => checkStamp({ folder, files, app: `1.0.${version}` })
  },
  get: async ({ folder, files }) => {
    const bytes = await files.readFile(`${folder}/stamp.json`)
    return bytes && Number(/"app":"1\.0\.(\d)"/.exec(JSON.stringify(JSON.parse(bytes.toString())))?.[1])
  },
  tidy: start,
}

const settings: Put = {
  name: 'settings',
  onDiskOnly: true,
  folders: [''],
  open: async ({ folder }) => {
    const opened = await openSettings(folder, () => true)
    return version => opened.change({ floorMegabytes: 50 + version })
  },
  // What cannot be read is a default again, which is no version of ours.
  get: async ({ folder }) => (await openSettings(folder, () => true)).current.floorMegabytes - 50,
  tidy: start,
}

const sentinel: Put = {
  name: 'what the store was last known to hold',
  folders: [''],
  open: async ({ folder, files }) => {
    await readSentinel(folder, files)
    return rows => writeSentinel(folder, { storeId: 'store', shape: 1, cursor: {}, rows }, files)
  },
  get: async ({ folder, files }) => (await readSentinel(folder, files))?.rows ?? null,
  tidy: start,
}

const doors = new Map<number, Promise<Door>>()

/** Who may enter: as many people as the version says. Made once: what it costs is not what is tried. */
function doorOf(version: number): Promise<Door> {
  const made = doors.get(version) ?? makeDoor(version)
  doors.set(version, made)
  return made
}

async function makeDoor(version: number): Promise<Door> {
  const bare = { kind: 'door', keyId: keyIdOf(OFFICE), wrappedWith: 'system', machine: MACHINE } as const
  let door: Door = { ...bare, people: [], envelopes: [] }
  for (let number = 1; number <= version; number++) {
    const person = { id: `u${number}`, name: 'А. Рахимова', position: { kk: '', ru: '' }, role: 'clerk' } as const
    door = await withPassword(
      door,
      OFFICE,
      { person, password: `сөз ${number}` },
      { random: systemRandom, cost: CHEAP },
    )
  }
  return door
}

const office: Put = {
  name: 'office key in envelopes',
  folders: ['keys'],
  open: async place => {
    await place.files.makeFolder(`${place.folder}/keys`)
    return async version => writeDoor(keyPlace(place), await doorOf(version))
  },
  get: async place => {
    const door = await readOfficeKey(keyPlace(place))
    if (door.kind === 'open') throw new Error('the door is gone')
    const last = door.people.length
    const opened = await enter(door, `u${last}`, `сөз ${last}`)
    if (!opened?.equals(OFFICE)) throw new Error('the last who was let in cannot enter')
    return last
  },
  tidy: openKeys,
}

const recoveryOf = (version: number) => draftRecovery(OFFICE, testRandom(`paper ${version}`))
const recovery: Put = {
  name: 'key on paper',
  folders: ['keys'],
  open: async place => {
    await place.files.makeFolder(`${place.folder}/keys`)
    return version => writeRecovery(keyPlace(place), recoveryOf(version).file)
  },
  get: async place => {
    const file = await findRecovery(place)
    const opens = (version: number) => file !== null && openRecovery(file, recoveryOf(version).text)?.equals(OFFICE)
    return Array.from({ length: LAST }, (_, index) => index + 1).find(opens) ?? null
  },
  tidy: openKeys,
}

/** Office keys of a desk whose key was changed again and again; version 1 is the first change. */
const officeOf = (version: number) => Buffer.alloc(32, 20 + version)
const linkTo = (version: number) => {
  const ids = { from: keyIdOf(officeOf(version - 1)), to: keyIdOf(officeOf(version)) }
  const change = { ...ids, reason: 'planned', user: 'u1', role: 'administrator' } as const
  return linkOf(officeOf(version), officeOf(version - 1), change, systemRandom)
}
const olderKeys: Put = {
  name: 'earlier office keys',
  folders: ['keys'],
  open: async place => {
    await place.files.makeFolder(`${place.folder}/keys`)
    return async version => {
      const links = Array.from({ length: version }, (_, before) => linkTo(before + 1))
      return writeLinks(place, [...(await readLinks(place)), ...links])
    }
  },
  get: async place => {
    const links = await readLinks(place)
    // The newest key that opens every one before it.
    const opens = (version: number) => chainOf(officeOf(version), links).keys.at(-1)?.equals(officeOf(0)) === true
    return Array.from({ length: LAST }, (_, index) => LAST - index).find(opens) ?? null
  },
  tidy: openKeys,
}

const triesPlace = ({ folder, files }: Place) => ({
  ...{ folder, files, random: systemRandom, machine: MACHINE, people: ['u1'], elapsed: () => 0 },
})
/** Where the posted schedule is published. */
const site: Put = {
  name: 'place of the site',
  folders: ['keys'],
  open: async place => {
    await place.files.makeFolder(`${place.folder}/keys`)
    const file = await openSiteFile(KEYS, place)
    return version => file.change({ target: { kind: 'folder', folder: `/share/${version}` } })
  },
  get: async place => {
    const { current, isDamaged } = await openSiteFile(KEYS, place)
    if (isDamaged) throw new Error('damaged')
    return current.target?.kind === 'folder' ? Number(current.target.folder.at(-1)) : null
  },
  tidy: openKeys,
}

const PUBLISHED = ['receptions.ics', 'index.html', 'manifest.json'] as const
const siteFolder = ({ folder, files }: Place) => folderPlace({ folder, files, mark: 'qabyldau-0a1b2c3d-' })
const putOnSite = (place: Place, names: readonly string[], version: number) =>
  siteFolder(place).put(
    names.map(name => ({ name, bytes: Buffer.alloc(20_000, version) })),
    'edition',
    { signal: new AbortController().signal, step: () => undefined },
  )
/** What was told as published is what the list behind all the rest says. */
const published: Put = {
  name: 'files on the site',
  onDiskOnly: true,
  folders: [''],
  open: async place => {
    await place.files.makeFolder(place.folder)
    return version => putOnSite(place, PUBLISHED, version)
  },
  get: async ({ folder, files }) => {
    const all = await Promise.all(PUBLISHED.map(name => files.readFile(`${folder}/${name}`)))
    const versions = all.map(bytes => {
      if (bytes === null || bytes.length !== 20_000 || !bytes.every(byte => byte === bytes[0])) throw new Error('half')
      return Number(bytes[0])
    })
    const [, , list = 0] = versions
    if (versions.some(version => version < list)) throw new Error(`the list is ahead: ${versions.join()}`)
    return list
  },
  tidy: place => putOnSite(place, ['other.pdf'], 1),
}

/** Tries that cost nothing yet; each one after them doubles the wait. */
const FREE = 4
const TRY = { user: 'u1', by: 'password', at: 1, wall: 1 } as const
const tries: Put = {
  name: 'tries at the door',
  folders: ['keys'],
  open: async place => {
    await place.files.makeFolder(`${place.folder}/keys`)
    const isNew = (await place.files.sizeOf(`${place.folder}/keys/tries`)) === null
    if (isNew) await beginTries(triesPlace(place))
    const keeper = await openTries(triesPlace(place))
    if (isNew) for (let count = 0; count < FREE; count++) await keeper.count('u1', TRY)
    return () => keeper.count('u1', TRY)
  },
  get: async place => {
    const keeper = await openTries(triesPlace(place))
    const version = Math.log2(keeper.waitOf('u1') / 60_000) + 1
    // What the audit is still to be told goes with what is waited for.
    if (keeper.untold().length !== FREE + version) throw new Error(`${keeper.untold().length} tries to be told`)
    return version
  },
  tidy: openKeys,
}

/** The third version is that there is none. */
const DROPPED = 3
const draftsIn = ({ folder, files }: Place) => openDrafts({ folder, files, keys: KEYS })
const drafts: Put = {
  name: 'drafts',
  folders: ['drafts'],
  open: async place => {
    const opened = draftsIn(place)
    await opened.names()
    return version =>
      version === DROPPED ? opened.drop('register') : opened.save('register', `${version}${'ә'.repeat(3000)}`)
  },
  get: async place => {
    const text = await draftsIn(place).load('register')
    if (text === null) return DROPPED
    if (text.length !== 3001) throw new Error('a draft cut short')
    return Number(text[0])
  },
  tidy: start,
}

const EXPORTED = ['list.pdf', 'list.xlsx'] as const
const saver = ({ files }: Place) => fileSaver(files, 'qabyldau-0a1b2c3d-')
const exports_: Put = {
  name: 'files saved outside',
  folders: [''],
  open: async place => {
    const { folder, files } = place
    await files.makeFolder(folder)
    const save = saver(place)
    return version =>
      save(
        folder,
        EXPORTED.map(name => ({ name, bytes: Buffer.alloc(20_000, version) })),
      )
  },
  get: async ({ folder, files }) => {
    const all = await Promise.all(EXPORTED.map(name => files.readFile(`${folder}/${name}`)))
    const versions = all.map(bytes => {
      if (bytes === null || bytes.length !== 20_000 || !bytes.every(byte => byte === bytes[0])) throw new Error('half')
      return Number(bytes[0])
    })
    return Math.min(...versions)
  },
  tidy: place => saver(place)(place.folder, [{ name: 'other.pdf', bytes: Buffer.from('x') }]),
}

function areaOf(put: Put): Area {
  const { name, onDiskOnly } = put
  return {
    name,
    ...(onDiskOnly && { onDiskOnly }),
    async prepare(place) {
      await place.files.makeFolder(place.folder)
      await (await put.open(place))(1)
    },
    async work(place, attempt) {
      let write: (version: number) => Promise<unknown> = () => Promise.reject(new Error('not opened'))
      const isOpen = await attempt('open', async () => {
        write = await put.open(place)
      })
      if (!isOpen) return
      for (let version = 2; version <= LAST; version++) await attempt(String(version), () => write(version))
    },
    async judge(place, told) {
      const numbers = (facts: readonly string[]) => [1, ...facts.map(Number).filter(Boolean)]
      const [least, most] = [Math.max(...numbers(told.done)), Math.max(...numbers(told.begun))]
      const found = await put.get(place).catch((cause: unknown) => String(cause))
      await put.tidy(place)
      const left = await leftIn(place, put.folders)
      const isVersion = typeof found === 'number' && Number.isInteger(found) && found >= 1 && found <= most
      const torn = isVersion ? left : [`${found}`, ...left]
      return { ...NOTHING, torn, lost: isVersion && found < least ? [`${least}, found ${found}`] : [] }
    },
  }
}

/** Every file of which there is one, replaced as a whole. */
export const PUT_AREAS: readonly Area[] = [
  ...[stamp, settings, sentinel, office, recovery, olderKeys, tries, site, published, drafts, exports_],
].map(areaOf)
