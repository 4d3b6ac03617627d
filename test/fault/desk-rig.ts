import { createHash } from 'node:crypto'
import { openDeskJournal } from '#electron/desk/go-on.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import type { ActionDraft, Journal, SubjectKeyring } from '#electron/journal/types.ts'
import { createKeys, type DeskKeys, hasKeys, openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import type { SafeStorage } from '#electron/security/safe-storage.ts'
import { type Random, systemRandom } from '#electron/security/seal.ts'
import { type Action, entityId, type SubjectId } from '#shared/change/action.ts'
import { plainDate } from '#shared/time/plain-date.ts'

/** Personal data that must be found nowhere in clear. */
export const CANARY = { surname: 'Қанарейқызы', iin: '850101300017', phone: '+77015550123' }

export const FOLDER = '/desk-data'

/** A key store of the system for tests: reversible, tied to a secret, and never the bytes in clear. */
export function testStorage(secret = 'machine', backend = 'gnome_libsecret'): SafeStorage {
  const pad = createHash('sha512').update(secret).digest()
  const mix = (bytes: Uint8Array) => Buffer.from(bytes.map((byte, i) => byte ^ (pad[i % pad.length] ?? 0)))
  return {
    isAvailable: () => true,
    backend: () => backend,
    encrypt: text => mix(Buffer.from(text)),
    decrypt: bytes => mix(bytes).toString(),
  }
}

/** Random bytes that are the same for the same seed. Never repeats within 2^32 calls. */
export function testRandom(seed: string): Random {
  let count = 0
  return length => {
    const blocks: Buffer[] = []
    for (let at = 0; at < length; at += 32) {
      blocks.push(createHash('sha256').update(`${seed}|${count}|${at}`).digest())
    }
    count += 1
    return Buffer.concat(blocks).subarray(0, length)
  }
}

export interface Desk {
  readonly keys: DeskKeys
  readonly keyring: SubjectKeyring
  readonly journal: Journal
}

export interface DeskOptions {
  readonly files: FileSystem
  readonly folder?: string
  readonly random?: Random
  readonly storage?: SafeStorage
  readonly segmentBytes?: number
  readonly floor?: number
  readonly now?: () => number
  /** A desk of this one's office: made with its key. */
  readonly office?: Desk
}

/** Opens a desk's data, made where there is none. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { files, folder = FOLDER, random = systemRandom, storage = testStorage(), floor = 0 } = options
  const where = { folder, files, random, storage }
  const keys = (await hasKeys(where)) ? await openKeys(where) : await makeKeys(where, options.office)
  const keyring = await openKeyring({ folder, files, random, keys })
  const clock = { now: options.now ?? (() => 1_790_000_000_000), start: () => undefined }
  const journal = await openDeskJournal({
    ...{ folder, files, random, keys, keyring, clock },
    floor: () => floor,
    ...(options.segmentBytes === undefined ? {} : { segmentBytes: options.segmentBytes }),
  })
  return { keys, keyring, journal }
}

function makeKeys(where: Parameters<typeof createKeys>[0], office: Desk | undefined): Promise<DeskKeys> {
  if (office === undefined) return createKeys(where)
  return office.keys.lend(bytes => createKeys(where, Buffer.from(bytes)))
}

/** The act with which a desk begins its chain: what its records are signed with. */
export function opening({ journal, keys }: Desk, letter = 'А'): ActionDraft {
  return {
    ...draft(0),
    type: 'desk.opened',
    entity: entityId('desk', journal.installation),
    body: { letter, provisional: true, publicKey: keys.publicKey },
  }
}

export function ownFolder(desk: Desk, folder = FOLDER): string {
  return `${folder}/journal/${desk.journal.installation}`
}

/** A draft about application `key`, numbered `n` in its body. */
export function draft(n: number, key = `a${n}`, subject: SubjectId | null = null): ActionDraft {
  return {
    type: 'application.imported',
    version: 1,
    entity: entityId('application', key),
    date: plainDate(2026, 11, 21),
    user: 'u1',
    role: 'clerk',
    basedOn: null,
    body: { n },
    personal: subject && { subject, value: { ...CANARY, essence: `essence ${n}` } },
  }
}

/** Every action of the journal, in pages. */
export async function readAll(journal: Journal, page = 7): Promise<Action[]> {
  const actions: Action[] = []
  let after = {}
  for (;;) {
    const read = await journal.read(after, page)
    actions.push(...read.actions)
    if (read.atEnd) return actions
    after = read.next
  }
}

/** The numbers that `draft` gave. */
export function numbersOf(actions: readonly Action[]): number[] {
  return actions.map(action => Number(action.body.n))
}
