import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { numberText } from '#shared/application/number.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, type EntityId, type Intent, nounOf, type SubjectId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { ParsedArgsOf, Saved } from '#shared/ipc/contract.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { foldLetter } from '#shared/letter/transitions.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { foldProtocol } from '#shared/protocol/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { Caller } from '../ipc/sender.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { randomText } from '../security/random-text.ts'
import { systemRandom } from '../security/seal.ts'
import type { Actor } from './act.ts'
import { inTurn } from './in-turn.ts'
import type { OpenDesk } from './open-desk.ts'
import { openPaperFiles, type PaperFiles, type PaperPlace } from './paper-files.ts'
import { type PaperKind, paperKindOf } from './paper-kind.ts'
import { demanded } from './registrations.ts'
import { subjectOfEntity } from './subjects.ts'

const MEGABYTE = 1024 * 1024

/** A scan of many pages at 300 dpi is smaller; more would be held in memory whole. */
const MOST_MEGABYTES = 20

export interface PaperSurroundings {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  /** Tells the pages that the journal has moved. */
  readonly moved: () => void
  readonly context: Pick<ServiceContext, 'dataFolder' | 'settings' | 'choosePaper' | 'saveFile'>
  readonly files?: FileSystem
}

/** The papers of applications, and the scans of letters and protocols that were signed. */
export interface Papers {
  readonly services: Pick<DeskServices, 'paper.attach' | 'paper.save' | 'letter.scan' | 'protocol.scan'>
  /** Ends what a kill cut short. Once a run, before anything else is done with papers. */
  sweep(): Promise<void>
  /** For the erasure of people: the files are unreadable already, now they go. */
  removeOf(subjects: readonly SubjectId[]): Promise<void>
}

export function createPapers({ desk, actor, moved, context, files = nodeFiles }: PaperSurroundings): Papers {
  const { dataFolder, settings } = context
  const floor = () => settings.current.floorMegabytes * MEGABYTE
  const papers = openPaperFiles({ folder: dataFolder, files, floor })
  const serially = inTurn()
  let swept = false

  /** One work with papers after another: what one has not ended looks to the sweep like what a kill cut short. */
  function afterSweep<T>(work: () => Promise<T>): Promise<T> {
    return serially(async () => {
      if (!swept) await sweepOf(desk(), papers)
      swept = true
      return work()
    })
  }

  async function attach(asked: ParsedArgsOf<'paper.attach'>, caller: Caller): Promise<{ action: Action | null }> {
    const path = await context.choosePaper(caller)
    if (path === null) return { action: null }
    const scan = await readScan(path)
    const { entity, basedOn, title } = asked
    const kept = { entity, basedOn, type: 'application.paper_attached', value: { title } } as const
    const action = await afterSweep(() => keepScan(desk(), papers, kept, scan, actor()))
    moved()
    return { action }
  }

  /** A scan of a sheet that was signed by hand. */
  async function scanSigned(
    on: ParsedArgsOf<'letter.scan'>,
    type: 'letter.scanned' | 'protocol.scanned',
    caller: Caller,
  ): Promise<{ action: Action | null }> {
    const path = await context.choosePaper(caller)
    if (path === null) return { action: null }
    const scan = await readScan(path)
    const kept = { ...on, type, value: null } as const
    const action = await afterSweep(() => keepScan(desk(), papers, kept, scan, actor()))
    moved()
    return { action }
  }

  async function save({ entity, paper }: ParsedArgsOf<'paper.save'>, caller: Caller): Promise<Saved> {
    const { kind, name, bytes } = await afterSweep(() => openPaper(desk(), papers, entity, paper))
    return context.saveFile(caller, `paper_${kind}`, name, bytes)
  }

  return {
    services: {
      'paper.attach': attach,
      'paper.save': save,
      'letter.scan': (on, caller) => scanSigned(on, 'letter.scanned', caller),
      'protocol.scan': (on, caller) => scanSigned(on, 'protocol.scanned', caller),
    },
    sweep: () => afterSweep(async () => undefined),
    removeOf: subjects => afterSweep(() => papers.removeOf(subjects)),
  }
}

interface Scan {
  readonly bytes: Buffer
  readonly kind: PaperKind
}

/** Reads a chosen file under its caps. Throws `paper.not_readable`, `paper.empty`, `paper.too_large`, `paper.wrong_kind`. */
async function readScan(path: string): Promise<Scan> {
  const bytes = await readCapped(path).catch(error => {
    throw error instanceof ExpectedError ? error : new ExpectedError('paper.not_readable')
  })
  const kind = paperKindOf(bytes)
  if (kind === null) throw new ExpectedError('paper.wrong_kind')
  return { bytes, kind }
}

async function readCapped(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) throw new ExpectedError('paper.empty')
    if (size > MOST_MEGABYTES * MEGABYTE) throw new ExpectedError('paper.too_large', { most: MOST_MEGABYTES })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** With what a scan is kept, as which act; what of it is personal beside the file. */
interface Kept extends Pick<Intent, 'entity' | 'basedOn'> {
  readonly type: (typeof KEPT_BY)[number]
  readonly value: Record<string, unknown> | null
}

/** Acts that keep a file. */
const KEPT_BY = ['application.paper_attached', 'letter.scanned', 'protocol.scanned'] as const

/** The file first, on the medium; then the fact. A fact that is refused takes its file with it. */
async function keepScan(
  desk: OpenDesk,
  papers: PaperFiles,
  { entity, basedOn, type, value }: Kept,
  { bytes, kind }: Scan,
  actor: Actor,
): Promise<Action> {
  const subject = await subjectOfEntity(desk, entity)
  if (subject === null) throw new ExpectedError('change.not_lawful', { type })
  const key = keyOfPaper(desk, subject)
  const paper = randomText(16, systemRandom)
  const place = { subject, entity, paper }
  await papers.write(place, key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const intent = { entity, type, basedOn, body: { paper, kind, bytes: bytes.length, sha256 } }
  const [action] = await desk.gate
    .act([value === null ? { intent } : { intent, personal: { subject, value } }], actor)
    .catch(async error => {
      await papers.remove(place).catch(failure => desk.reportBug(failure))
      throw error
    })
  // Attached it is: a file that is still called pending is found all the same, and settled at the next start.
  await papers.settle(place).catch(error => desk.reportBug(error))
  return demanded(action)
}

/** A paper and the name it is offered under: never its title, in which a person may be named. Throws `paper.*`. */
async function openPaper(desk: OpenDesk, papers: PaperFiles, entity: EntityId, paper: string) {
  const { number, files } = filesOf(desk, entity, await readableActionsOf(desk.journal, entity))
  const subject = await subjectOfEntity(desk, entity)
  const index = files.findIndex(file => file.paper === paper)
  const found = files[index]
  if (number === null || !found || subject === null) throw new ExpectedError('paper.gone')
  const place = { subject, entity, paper }
  const bytes = await papers.read(place, keyOfPaper(desk, place.subject))
  if (bytes === null) throw new ExpectedError('paper.gone')
  const name = `${number}-${index + 1}`.replaceAll('/', '-')
  return { kind: found.kind, name, bytes }
}

/** The files kept with an application, a letter or a protocol, and its number; null: it has none. */
function filesOf({ gate }: OpenDesk, entity: EntityId, actions: readonly Action[]) {
  if (nounOf(entity) === 'letter') {
    const { signed, scans } = foldLetter(actions)
    return { number: signed && outgoingText(signed.number), files: scans }
  }
  if (nounOf(entity) === 'protocol') {
    const { signed, scans } = foldProtocol(actions)
    return { number: signed && protocolNumberText(signed.number), files: scans }
  }
  const { registered } = foldApplication(actions, gate.related())
  return { number: registered && numberText(registered.number), files: registered?.files ?? [] }
}

function keyOfPaper({ gate, keyring }: OpenDesk, subject: SubjectId): Uint8Array {
  const key = gate.related().erasedSubjects.has(subject) ? null : keyring.keyOf(subject)
  if (key === null) throw new ExpectedError('subject.erased')
  return key
}

function sweepOf({ journal, keyring }: OpenDesk, papers: PaperFiles): Promise<void> {
  return papers.sweep({
    isKept: subject => keyring.keyOf(subject) !== null,
    isAttached: async ({ entity, paper }: PaperPlace) =>
      (await readableActionsOf(journal, entity)).some(action =>
        KEPT_BY.some(type => action.type === type && bodyOf(type, action).paper === paper),
      ),
  })
}
