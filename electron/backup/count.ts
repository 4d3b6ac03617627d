import { setImmediate as breathe } from 'node:timers/promises'
import { InstallationId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type ChainHead, readHead } from '../journal/head-file.ts'
import { type JournalKeys, type SealedRecord, signatureCheck } from '../journal/record.ts'
import { segmentName } from '../journal/segments.ts'
import { openStored } from '../journal/stored-action.ts'
import { type ChainLink, emptyChain, walk } from '../journal/walk.ts'
import { decodeRing } from '../security/ring-file.ts'
import { COPY_FOLDER } from './container-files.ts'
import { sizesOf } from './gather.ts'

/** What was found in a copy when it was opened and counted. */
export interface Counted {
  readonly records: number
  readonly segments: number
  /** People whose data can be read. */
  readonly people: number
}

/**
 * Opens a copy as a start of the program would and counts: every record must follow the one before, up to the very one
 * the sealed head names, and the keys of people must be whole. `deep`: every record is opened and the signatures of this
 * desk's own are checked besides. Throws ExpectedError `backup.damaged`.
 */
export async function countIn(view: FileSystem, keys: JournalKeys, { deep = false } = {}): Promise<Counted> {
  const head = await readHead(view, COPY_FOLDER, keys)
  const ringBytes = await view.readFile(`${COPY_FOLDER}/keys/subjects.ring`)
  const ring = ringBytes && decodeRing(keys, ringBytes)
  if (head === null || ring?.whole !== true) throw new ExpectedError('backup.damaged')
  let records = 0
  let segments = 0
  for (const [name, chain] of Object.entries(head.chains)) {
    const installation = InstallationId.parse(name)
    const isOwn = installation === keys.installation
    const look = deep ? lookInto(keys, isOwn ? signatureCheck(keys.publicKey) : () => true) : () => true
    await countChain(view, installation, chain, look)
    records += chain.last
    segments += sizesOf(chain).length
  }
  return { records, segments, people: ring.entries.size }
}

function lookInto(keys: JournalKeys, check: (record: SealedRecord) => boolean) {
  return (record: SealedRecord) => check(record) && openStored(record, keys) !== null
}

async function countChain(
  view: FileSystem,
  installation: InstallationId,
  chain: ChainHead,
  look: (record: SealedRecord) => boolean,
): Promise<void> {
  let link: ChainLink = emptyChain(installation)
  for (const [place, size] of sizesOf(chain).entries()) {
    const bytes = await view.readFile(`${COPY_FOLDER}/journal/${installation}/${segmentName(place + 1)}`)
    if (bytes?.length !== size) throw new ExpectedError('backup.damaged')
    const found = walk(bytes, link)
    if (found.state !== 'whole') throw new ExpectedError('backup.damaged')
    for (const [at, record] of found.records.entries()) {
      if (at % 50 === 0) await breathe()
      if (!look(record)) throw new ExpectedError('backup.damaged')
    }
    link = found.link
  }
  if (link.sequence !== chain.last || link.hash !== chain.hash) throw new ExpectedError('backup.damaged')
}
