import { createSecretKey, hkdfSync } from 'node:crypto'
import { type AuditLog, openAuditLog } from '#electron/audit/log.ts'
import type { Actor } from '#electron/desk/act.ts'
import { eraseSubject } from '#electron/desk/erase.ts'
import { openDesk as deskOf, type OpenDesk } from '#electron/desk/open-desk.ts'
import { checkStamp } from '#electron/journal/stamp-file.ts'
import { createKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { auditLine } from '#shared/audit/model.ts'
import { entityId, InstallationId, type SubjectId } from '#shared/change/action.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { type Desk, draft, numbersOf, openDesk, readAll, testStorage } from '../desk-rig.ts'
import { type Area, type Came, leftIn, NOTHING, type Place, type Told } from './area.ts'

/** Small enough that the work begins a new segment. */
const SEGMENT = 2500
/** Where writes of a desk may leave something. */
export const FOLDERS = ['', 'keys', 'drafts']

/** As the program starts: the stamp first, then keys, keyring and journal. */
async function desk({ folder, files }: Place): Promise<Desk> {
  await checkStamp({ folder, files, app: '1.0.0' })
  return openDesk({ folder, files, segmentBytes: SEGMENT })
}

/** Facts named by the numbers of their records: `3` or `3-5`. */
const numbersIn = (facts: readonly string[]) =>
  facts.flatMap(fact => {
    const [from = Number.NaN, to = from] = fact.split('-').map(Number)
    return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })

/** Records acknowledged are there once, the chain holds, and the next record is taken. */
async function judgeJournal(place: Place, told: Told, before: readonly number[]): Promise<Came> {
  const { journal } = await desk(place)
  const numbers = numbersOf(await readAll(journal))
  const { brokenAt } = await journal.verify()
  await journal.append([draft(999)])
  await journal.close()
  const known = [...before, ...numbersIn(told.begun)]
  const torn = await leftIn(place, FOLDERS)
  if (brokenAt !== null) torn.push(brokenAt)
  return {
    lost: [...before, ...numbersIn(told.done)].filter(number => !numbers.includes(number)).map(String),
    doubled: numbers.filter((number, index) => numbers.indexOf(number) !== index).map(String),
    torn: [...torn, ...numbers.filter(number => !known.includes(number)).map(String)],
  }
}

const journal: Area = {
  name: 'journal, its head and its segments',
  async prepare(place) {
    const made = await desk(place)
    await made.journal.append([draft(1), draft(2)])
    await made.journal.close()
  },
  async work(place, attempt) {
    let open: Desk | null = null
    await attempt('open', async () => {
      open = await desk(place)
    })
    const opened = open as Desk | null
    if (opened === null) return
    for (const fact of ['3', '4-6', '7', '8-9', '10']) {
      await attempt(fact, () => opened.journal.append(numbersIn([fact]).map(number => draft(number))))
    }
    await attempt('close', () => opened.journal.close())
  },
  judge: (place, told) => judgeJournal(place, told, [1, 2]),
}

const firstStart: Area = {
  name: 'first start: keys, keyring, journal',
  prepare: ({ folder, files }) => files.makeFolder(folder),
  async work(place, attempt) {
    let open: Desk | null = null
    await attempt('open', async () => {
      open = await desk(place)
    })
    const opened = open as Desk | null
    if (opened !== null) await attempt('3', () => opened.journal.append([draft(3)]))
  },
  judge: (place, told) => judgeJournal(place, told, []),
}

const keysIn = ({ folder, files }: Place) => ({ folder, files, storage: testStorage() })

async function ringOf(place: Place) {
  const { keys } = await desk(place)
  return openKeyring({ folder: place.folder, files: place.files, keys })
}

const keyring: Area = {
  name: 'keys of people',
  async prepare(place) {
    await createKeys(keysIn(place))
    await (await ringOf(place)).create(['1', null])
  },
  async work(place, attempt) {
    let open: Awaited<ReturnType<typeof ringOf>> | null = null
    await attempt('open', async () => {
      open = await ringOf(place)
    })
    const ring = open as Awaited<ReturnType<typeof ringOf>> | null
    if (ring === null) return
    let nameless: SubjectId | undefined
    await attempt('2', () => ring.create(['2']))
    await attempt('3-4', () => ring.create(['3', '4']))
    await attempt('nameless', async () => {
      nameless = (await ring.create([null]))[0]
    })
    await attempt('5', async () => nameless !== undefined && (await ring.tag(nameless, '5')))
    await attempt('6', () => ring.create(['6']))
  },
  async judge(place, told) {
    const ring = await ringOf(place)
    const isThere = (tag: number) => {
      const subject = ring.findByTag(String(tag))
      return subject !== null && ring.keyOf(subject)?.length === 32
    }
    const wanted = [1, ...numbersIn(told.done.filter(fact => fact !== '5' || told.has('done', 'nameless')))]
    return {
      ...NOTHING,
      lost: wanted.filter(tag => !isThere(tag)).map(String),
      torn: await leftIn(place, ['keys']),
    }
  },
}

/** Who acts in the areas. */
export const ACTOR: Actor = {
  ...{ user: 'u1', role: 'clerk', date: PlainDate.parse('2026-11-23'), time: PlainTime.parse('10:00') },
  now: Date.UTC(2026, 10, 23, 5),
}

/** A desk of main over the files of an area, as a start opens it. */
export async function fullDesk(place: Place): Promise<OpenDesk> {
  const parts = await desk(place)
  return deskOf({ ...parts, reportBug: () => undefined })
}

/** The key under which the store lies now. */
export const storeKey = ({ keys }: OpenDesk) => keys.storeKeys().storeKey.toString('hex')

/** Two people; the first is erased. */
const erasure: Area = {
  name: 'erasure of a person',
  async prepare(place) {
    const made = await fullDesk(place)
    const subjects = await made.keyring.create(['1', '2'])
    await made.journal.append(subjects.map((subject, index) => draft(index + 1, `a${index + 1}`, subject)))
    await made.journal.close()
    const key = Buffer.from(storeKey(made))
    const file = await place.files.open(`${place.folder}/store-key-before`, 'create')
    await file.write(0, key)
    await file.flush()
    await file.close()
  },
  async work(place, attempt) {
    let open: OpenDesk | null = null
    await attempt('open', async () => {
      open = await fullDesk(place)
    })
    const opened = open as OpenDesk | null
    const subject = opened?.keyring.findByTag('1') ?? null
    if (opened === null || subject === null) return
    const isDone = await attempt('erase', () => eraseSubject(opened, subject, 'request', ACTOR))
    // Asked for again, as a person does.
    if (!isDone) await attempt('erase again', () => eraseSubject(opened, subject, 'request', ACTOR))
    await attempt('close', () => opened.journal.close())
  },
  async judge(place, told) {
    const opened = await fullDesk(place)
    const actions = await readAll(opened.journal)
    const facts = actions.filter(({ type }) => type === 'subject.erased')
    const [first, second] = ['a1', 'a2'].map(key => actions.find(one => one.entity === entityId('application', key)))
    const isErased = told.done.some(fact => fact.startsWith('erase'))
    const before = (await place.files.readFile(`${place.folder}/store-key-before`))?.toString()
    const torn = await leftIn(place, FOLDERS)
    // With the fact the person is unreadable and what Chromium keeps too; without it nothing has gone.
    const isReadable = first?.personal?.value !== null
    if (isReadable !== (facts.length === 0)) torn.push('a fact without its erasure')
    if (facts.length > 0 && storeKey(opened) === before) torn.push('the key of the store stays')
    const { brokenAt } = await opened.journal.verify()
    if (brokenAt !== null) torn.push(brokenAt)
    await opened.journal.close()
    const lost = [...(isErased && facts.length === 0 ? ['erasure'] : []), ...(second?.personal?.value ? [] : ['2'])]
    return { lost, doubled: facts.length > 1 ? ['erasure'] : [], torn }
  },
}

const AUDIT_KEYS = {
  ...{ installation: InstallationId.parse('k3v9q0w8z1m5t7ab'), keyId: '00000001' },
  derive: (label: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', Buffer.alloc(32, 1), Buffer.alloc(0), label, 32))),
}

function auditIn({ folder, files }: Place): Promise<AuditLog> {
  return openAuditLog({ folder: `${folder}/audit/own`, keys: AUDIT_KEYS, files, segmentBytes: 1500 })
}

const line = (number: number) => ({
  ...auditLine('viewed', { entity: entityId('application', String(number)) }),
  ...{ at: 1, wall: 1, user: 'u1', role: 'clerk' as const },
})

const audit: Area = {
  name: 'audit',
  async prepare(place) {
    const log = await auditIn(place)
    await log.record(line(1))
    await log.close()
  },
  async work(place, attempt) {
    let open: AuditLog | null = null
    await attempt('open', async () => {
      open = await auditIn(place)
    })
    const log = open as AuditLog | null
    if (log === null) return
    for (const number of [2, 3, 4, 5, 6, 7]) await attempt(String(number), () => log.record(line(number)))
    await attempt('close', () => log.close())
  },
  async judge(place, told) {
    const log = await auditIn(place)
    await log.record(line(99))
    const { records, unread } = await log.read({ before: null, limit: 100, passes: () => true })
    const { broken } = await log.verify([])
    await log.close()
    const numbers = records.map(({ entity }) => Number(entity?.split(':')[1]))
    const known = [1, 99, ...numbersIn(told.begun)]
    const torn = [...(broken === null ? [] : [JSON.stringify(broken)]), ...(unread > 0 ? ['unread'] : [])]
    return {
      lost: [1, ...numbersIn(told.done)].filter(number => !numbers.includes(number)).map(String),
      doubled: numbers.filter((number, index) => numbers.indexOf(number) !== index).map(String),
      torn: [...torn, ...numbers.filter(number => !known.includes(number)).map(String)],
    }
  },
}

/** What is only appended to, and the keys it is sealed with. */
export const JOURNAL_AREAS: readonly Area[] = [firstStart, journal, keyring, erasure, audit]
