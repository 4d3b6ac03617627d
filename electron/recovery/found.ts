import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FoundData } from '#shared/recovery/model.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { findRecovery } from '../security/recovery-file.ts'

const TEMPORARY = /\.tmp$/

/** Looks at a data folder without any key and without writing. Never throws: what cannot be looked at is not there. */
export async function lookAtData(folder: string): Promise<FoundData> {
  const keyrings = await Promise.all(['subjects.ring', 'subjects.ring.2'].map(name => sizeOf(`${folder}/keys/${name}`)))
  const recovery = await findRecovery({ folder, files: nodeFiles }).catch(() => null)
  return {
    folder,
    free: await nodeFiles.freeSpace(folder).catch(() => null),
    journal: await journalIn(`${folder}/journal`),
    keyrings: keyrings.filter(size => size !== null).length,
    papers: (await namesIn(`${folder}/papers`)).length,
    drafts: (await namesIn(`${folder}/drafts`)).length,
    paperKey: recovery !== null,
  }
}

async function journalIn(folder: string): Promise<FoundData['journal']> {
  let [files, bytes] = [0, 0]
  let written: number | null = null
  for (const installation of await namesIn(folder)) {
    const segments = (await namesIn(path.join(folder, installation))).filter(name => name.endsWith('.seg'))
    for (const name of segments) {
      const found = await stat(path.join(folder, installation, name)).catch(() => null)
      if (found === null) continue
      files += 1
      bytes += found.size
      written = Math.max(written ?? 0, found.mtimeMs)
    }
  }
  return { files, bytes, written }
}

function sizeOf(file: string): Promise<number | null> {
  return nodeFiles.sizeOf(file).catch(() => null)
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await nodeFiles.list(folder).catch(() => [])
  return names.filter(name => !TEMPORARY.test(name))
}
