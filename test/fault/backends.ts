import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findChromium } from '../../tools/chromium-host/find-chromium.js'

/** What Chromium keeps a store in: LevelDB today, SQLite in the versions to come. */
export const BACKENDS = ['LevelDB', 'SQLite'] as const
export type Backend = (typeof BACKENDS)[number]

/** Surroundings in which a desk's Chromium keeps its store in this backend; the script that asks for it lies in the folder. */
export async function surroundingsOf(backend: Backend, folder: string): Promise<Record<string, string>> {
  if (backend === 'LevelDB') return {}
  const script = path.join(folder, 'chromium-with-sqlite')
  await writeFile(script, `#!/bin/sh\nexec ${findChromium()} --enable-features=IdbSqliteBackingStore "$@"\n`)
  await chmod(script, 0o755)
  return { QABYLDAU_CHROMIUM: script }
}
