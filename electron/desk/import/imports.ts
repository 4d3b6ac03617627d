import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ImportKind } from '#shared/change/action-types.ts'
import type { ImportPreview, ImportProgress } from '#shared/ipc/contract.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import { readTable, type SpawnTableWorker } from '../../files/table/read-table.ts'
import { randomText } from '../../security/random-text.ts'
import { systemRandom } from '../../security/seal.ts'
import { type Actor, intentNow } from '../act.ts'
import { activeOfficials, directoriesOf, type OpenDesk } from '../open-desk.ts'
import { previewOf, previewRows } from './preview.ts'
import { runImport, standsAlready } from './run.ts'
import { correctMapping, type ImportSession, type KnownToDesk, planOf } from './session.ts'

/** Files waiting to be imported and imports under way. One import runs at a time. */
export interface Imports {
  /** Reads and understands a file. Throws `file.*` and `import.*`. */
  open(kind: ImportKind, filePath: string): Promise<ImportPreview>
  remap(importId: string, sheet: string, fields: Readonly<Record<string, string | null>>): Promise<ImportPreview>
  rows(
    importId: string,
    only: 'all' | 'marked' | 'skipped',
    offset: number,
    limit: number,
  ): ReturnType<typeof previewRows>
  /** Starts; the promise of the last progress is for the batch, screens follow the events. */
  run(importId: string): { batch: string; ended: Promise<ImportProgress> }
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

export function createImports({ desk, actor, tell, spawn }: ImportSurroundings): Imports {
  const sessions = new Map<string, ImportSession>()
  let running: { readonly importId: string; stop: boolean } | null = null
  let undoing = false

  function session(importId: string): ImportSession {
    const found = sessions.get(importId)
    if (!found) throw new ExpectedError('import.gone')
    return found
  }

  async function remember(found: ImportSession): Promise<ImportPreview> {
    sessions.set(found.id, found)
    return previewOf(found, await countAlready(desk(), found))
  }

  async function open(kind: ImportKind, filePath: string): Promise<ImportPreview> {
    const table = unwrap(await readTable({ path: filePath }, spawn))
    const plan = planOf(kind, table, await knownTo(desk()), desk().keys)
    const fileHash = createHash('sha256')
      .update(await readFile(filePath))
      .digest('hex')
    return remember({
      id: randomText(16, systemRandom),
      kind,
      fileName: path.basename(filePath),
      fileHash,
      table,
      plan,
    })
  }

  function run(importId: string): { batch: string; ended: Promise<ImportProgress> } {
    if (running || undoing) throw new ExpectedError('import.busy')
    const current = { importId, stop: false }
    const found = session(importId)
    const batch = randomText(16, systemRandom)
    running = current
    const ended = runImport(desk(), found, { batch, stopped: () => current.stop, tell, actor }).finally(() => {
      running = null
    })
    return { batch, ended }
  }

  return {
    open,
    async remap(importId, sheet, fields) {
      const found = session(importId)
      const mapping = correctMapping(found, sheet, fields)
      const plan = planOf(found.kind, found.table, await knownTo(desk()), desk().keys, mapping)
      return remember({ ...found, plan })
    },
    rows: (importId, only, offset, limit) => previewRows(session(importId), only, offset, limit),
    run,
    stop(importId) {
      if (running?.importId === importId) running.stop = true
    },
    drop: importId => void sessions.delete(importId),
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
