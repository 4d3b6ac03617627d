import { setImmediate as breathe } from 'node:timers/promises'
import { InstallationId, type SubjectId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { writeFlushed } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type JournalKeys, signatureCheck } from '../journal/record.ts'
import { countSegments, segmentName } from '../journal/segments.ts'
import { openStored } from '../journal/stored-action.ts'
import { type ChainLink, emptyChain, walk } from '../journal/walk.ts'
import type { DeskKeys } from '../security/key-store.ts'
import { decodeRing, encodeEntries, encodeRingHead, type RingCopy, type RingEntry } from '../security/ring-file.ts'

/** What of the desk as it lies could be joined to a copy of it. `isCut`: something stands behind it that does not follow. */
export interface Joined {
  readonly records: number
  readonly isCut: boolean
}

/** Where files lie: the copy put back, being completed, and the desk as it is. */
export interface Join {
  readonly files: FileSystem
  readonly next: string
  readonly present: string
  readonly keys: JournalKeys
}

/**
 * Completes the journal of a copy by what this desk has written since: putting a copy back loses nothing that can be read.
 * Bytes of the copy stand where it has them, damaged or not in the desk; what follows them in the desk is taken as long as
 * each record follows the one before. A segment is only ever appended to, so it continues at the very byte.
 */
export async function joinJournals(join: Join): Promise<Joined> {
  const { files, next, present } = join
  const names = [...(await files.list(`${next}/journal`)), ...(await files.list(`${present}/journal`))]
  let records = 0
  let isCut = false
  for (const installation of new Set(names.flatMap(name => InstallationId.safeParse(name).data ?? []))) {
    const joined = await joinChain(join, installation)
    records += joined.records
    isCut ||= joined.isCut
  }
  return { records, isCut }
}

async function joinChain(join: Join, installation: InstallationId): Promise<Joined> {
  const { files, next, present } = join
  const [own, theirs] = [`${next}/journal/${installation}`, `${present}/journal/${installation}`]
  await files.makeFolder(own)
  const count = await countSegments(files, own, installation)
  let link = await endOf(files, own, installation, count)
  let records = 0
  for (let number = Math.max(count, 1); ; number++) {
    const name = segmentName(number)
    const begun = number === count ? await files.readFile(`${own}/${name}`) : null
    const written = await files.readFile(`${theirs}/${name}`)
    if (written === null) return { records, isCut: false }
    const rest = written.subarray(begun?.length ?? 0)
    const found = await following(rest, link, join.keys)
    if (found.end > 0) {
      // Its facts are of fewer records: they are told anew.
      await files.remove(`${own}/${segmentName(number, 'idx')}`)
      await put(files, `${own}/${name}`, Buffer.concat([begun ?? Buffer.alloc(0), rest.subarray(0, found.end)]))
    }
    records += found.link.sequence - link.sequence
    link = found.link
    if (found.end < rest.length) return { records, isCut: true }
  }
}

/** The records that follow a link: chained, opened, and signed by this desk where they are its own. */
async function following(bytes: Buffer, from: ChainLink, keys: JournalKeys): Promise<{ end: number; link: ChainLink }> {
  const found = walk(bytes, from)
  const isSigned = from.installation === keys.installation ? signatureCheck(keys.publicKey) : () => true
  let last = { end: 0, link: from }
  for (const [at, record] of found.records.entries()) {
    if (at % 50 === 0) await breathe()
    // What was sealed under an office key that is not here waits for that key where it lies.
    if (!isSigned(record) || keys.under(record.header.k) === null || openStored(record, keys) === null) return last
    // Calls are whole or not at all.
    if (record.header.s !== record.header.e) continue
    const link = { ...from, sequence: record.header.s, hash: record.hash.toString('hex') }
    last = { end: record.offset + record.length, link }
  }
  return last
}

async function endOf(
  files: FileSystem,
  folder: string,
  installation: InstallationId,
  count: number,
): Promise<ChainLink> {
  let link = emptyChain(installation)
  for (let number = 1; number <= count; number++) {
    const found = walk((await files.readFile(`${folder}/${segmentName(number)}`)) ?? Buffer.alloc(0), link)
    if (found.state !== 'whole') throw new ExpectedError('backup.damaged')
    link = found.link
    await breathe()
  }
  return link
}

/**
 * The keys of people of a copy and of the desk as it is. A ring of the desk that is whole and no older says everything: who
 * is not in it was erased. Else both together; who was erased goes when the journal is opened. Answers with those of the copy.
 */
export async function joinRings({ files, next, present, keys }: Join): Promise<ReadonlySet<SubjectId>> {
  const own = await ringOf(files, `${next}/keys/subjects.ring`, keys)
  if (own?.whole !== true) throw new ExpectedError('backup.damaged')
  const theirs = await Promise.all(
    ['subjects.ring', 'subjects.ring.2'].map(name => ringOf(files, `${present}/keys/${name}`, keys)),
  )
  const whole = theirs.find(ring => ring?.whole === true && ring.generation >= own.generation)
  const rings = whole ? [whole] : [own, ...theirs]
  const entries = new Map<string, RingEntry>()
  for (const ring of rings) for (const entry of ring?.entries.values() ?? []) entries.set(entry.subject, entry)
  const generation = Math.max(...[own, ...theirs].map(ring => ring?.generation ?? 0)) + 1
  const image = Buffer.concat([
    encodeRingHead(keys, generation),
    encodeEntries(keys, generation, 0, [...entries.values()]),
  ])
  for (const name of ['subjects.ring', 'subjects.ring.2']) await put(files, `${next}/keys/${name}`, image)
  return new Set([...own.entries.values()].map(({ subject }) => subject))
}

async function ringOf(
  files: FileSystem,
  path: string,
  keys: Pick<DeskKeys, 'seal' | 'open'>,
): Promise<RingCopy | null> {
  const bytes = await files.readFile(path)
  return bytes && decodeRing(keys, bytes)
}

/**
 * The other files of the desk as it is: scans the copy does not have, a log of the audit that goes on from the copy's,
 * what is typed and answers that wait where they still open, the settings.
 */
export async function joinFiles({ files, next, present, keys }: Join): Promise<void> {
  for (const name of await files.list(`${present}/papers`)) {
    if ((await files.sizeOf(`${next}/papers/${name}`)) === null) await take(files, present, next, `papers/${name}`)
  }
  await joinAudit(files, present, next)
  for (const folder of ['drafts', 'answers/drafts']) {
    for (const name of await files.list(`${present}/${folder}`)) {
      const sealed = await files.readFile(`${present}/${folder}/${name}`)
      if (sealed && keys.open(sealed, `draft|1|${name}`) !== null) await take(files, present, next, `${folder}/${name}`)
    }
  }
  await take(files, present, next, 'settings.json')
}

/** Logs of the audit that go on from those of the copy: what was seen until the very end of the desk as it is stands in them. */
export async function joinAudit(files: FileSystem, present: string, next: string): Promise<void> {
  for (const installation of await files.list(`${present}/audit`)) {
    for (const name of await files.list(`${present}/audit/${installation}`)) {
      const path = `audit/${installation}/${name}`
      if (await goesOn(files, `${next}/${path}`, `${present}/${path}`)) await take(files, present, next, path)
    }
  }
}

async function goesOn(files: FileSystem, from: string, to: string): Promise<boolean> {
  const before = await files.readFile(from)
  if (before === null) return true
  const after = await files.readFile(to)
  return after !== null && after.length > before.length && after.subarray(0, before.length).equals(before)
}

/** Copies a file over, flushed; one that is not there is not. */
export async function take(files: FileSystem, from: string, to: string, path: string): Promise<void> {
  const bytes = await files.readFile(`${from}/${path}`)
  if (bytes !== null) await put(files, `${to}/${path}`, bytes)
}

async function put(files: FileSystem, path: string, bytes: Buffer): Promise<void> {
  await files.makeFolder(path.slice(0, path.lastIndexOf('/')))
  await files.remove(path)
  await writeFlushed(files, path, bytes)
}
