import { createHash } from 'node:crypto'
import path from 'node:path'
import type { ImportKind } from '#shared/change/action-types.ts'
import type { ImportPreview, ImportProgress } from '#shared/ipc/imports.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import { readTable, readTableFile, type SpawnTableWorker } from '../../files/table/read-table.ts'
import { randomText } from '../../security/random-text.ts'
import { systemRandom } from '../../security/seal.ts'
import { type Actor, intentNow } from '../act.ts'
import { activeOfficials, directoriesOf, type OpenDesk } from '../open-desk.ts'
import { previewOf, previewRows } from './preview.ts'
import { runImport, standsAlready } from './run.ts'
import { correctMapping, type ImportSession, type KnownToDesk, planOf } from './session.ts'

/** The file that is looked at, and the import under way: one of each at a time. Neither outlives its use: they hold people's data. */
export interface Imports {
  /** Reads and understands a file; one looked at before is put aside. Throws `table.*` and `import.*`. */
  open(kind: ImportKind, filePath: string): Promise<ImportPreview>
  remap(importId: string, sheet: string, fields: Readonly<Record<string, string | null>>): Promise<ImportPreview>
  rows(
    importId: string,
    only: 'all' | 'marked' | 'skipped',
    offset: number,
    limit: number,
  ): ReturnType<typeof previewRows>
  /** Starts; `ended` never rejects. It is for the batch, screens follow the events. The file is put aside at the end. */
  run(importId: string): { batch: string; ended: Promise<ImportProgress> }
  /** How far the import under way is, or null; for a screen that was not there when it began. */
  running(): ImportProgress | null
  stop(importId: string): void
  drop(importId: string): void
  /** Takes an import back as a whole. Throws `change.*`. */
  undo(batch: string): Promise<void>
}

export interface ImportSurroundings {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly tell: (progress: ImportProgress) => void
  readonly spawn: SpawnTableWorker
}

/** The import under way, and how far it was when it was last told. */
interface Running {
  readonly importId: string
  stop: boolean
  progress: ImportProgress | null
}

export function createImports({ desk, actor, tell, spawn }: ImportSurroundings): Imports {
  let waiting: ImportSession | null = null
  let running: Running | null = null
  let undoing = false

  function session(importId: string): ImportSession {
    if (waiting?.id !== importId) throw new ExpectedError('import.gone')
    return waiting
  }

  async function remember(found: ImportSession): Promise<ImportPreview> {
    waiting = found
    return previewOf(found, await countAlready(desk(), found))
  }

  function run(importId: string): { batch: string; ended: Promise<ImportProgress> } {
    if (running || undoing) throw new ExpectedError('import.busy')
    const found = session(importId)
    const batch = randomText(16, systemRandom)
    const current: Running = { importId, stop: false, progress: null }
    const keepAndTell = (progress: ImportProgress) => {
      current.progress = progress
      tell(progress)
    }
    running = current
    const ended = runImport(desk(), found, { batch, stopped: () => current.stop, tell: keepAndTell, actor }).finally(
      () => {
        running = null
        drop(importId)
      },
    )
    return { batch, ended }
  }

  function drop(importId: string): void {
    if (waiting?.id === importId) waiting = null
  }

  return {
    open: async (kind, filePath) => remember(await readSession(desk(), kind, filePath, spawn)),
    async remap(importId, sheet, fields) {
      const found = session(importId)
      const mapping = correctMapping(found, sheet, fields)
      const plan = planOf(found.kind, found.table, await knownTo(desk()), desk().keys, mapping)
      session(importId)
      return remember({ ...found, plan })
    },
    rows: (importId, only, offset, limit) => previewRows(session(importId), only, offset, limit),
    run,
    running: () => running?.progress ?? null,
    stop(importId) {
      if (running?.importId === importId) running.stop = true
    },
    drop,
    async undo(batch) {
      if (running || undoing) throw new ExpectedError('import.busy')
      undoing = true
      try {
        await desk().gate.act([{ intent: intentNow(desk().journal, 'import', batch, 'import.undone', {}) }], actor())
      } finally {
        undoing = false
      }
    },
  }
}

async function knownTo(desk: OpenDesk): Promise<KnownToDesk> {
  return { directories: await directoriesOf(desk), officials: await activeOfficials(desk) }
}

/** A file read and understood. What is hashed is what was read: the file may change meanwhile. */
async function readSession(
  desk: OpenDesk,
  kind: ImportKind,
  filePath: string,
  spawn: SpawnTableWorker,
): Promise<ImportSession> {
  const bytes = unwrap(await readTableFile(filePath))
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  const table = unwrap(await readTable({ bytes }, spawn))
  const plan = planOf(kind, table, await knownTo(desk), desk.keys)
  return { id: randomText(16, systemRandom), kind, fileName: path.basename(filePath), fileHash, table, plan }
}

/** How many records of a file stand in the journal already. */
async function countAlready(desk: OpenDesk, { plan }: ImportSession): Promise<number> {
  const standing = new Set((await activeOfficials(desk)).map(official => official.id))
  let already = 0
  for (const key of plan.keys) {
    if (plan.kind === 'officials') already += standing.has(key) ? 1 : 0
    else already += (await standsAlready(desk, key)) ? 1 : 0
  }
  return already
}
