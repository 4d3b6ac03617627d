import { writeSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { areaNamed } from './areas/all.ts'
import { attempting } from './areas/area.ts'

// A child of traced.ts: does the work of an area over real files, and tells each word before it goes on.
const tell = (said: object) => void writeSync(1, `${JSON.stringify(said)}\n`)

// The thread that does the files' work exists from here on: it is the one that is traced.
await readdir('.')
tell({ ready: true })
for await (const line of createInterface({ input: process.stdin })) {
  const { area, folder } = JSON.parse(line) as { area: string; folder: string }
  await areaNamed(area).work({ folder, files: nodeFiles }, attempting(tell))
  tell({ ended: true })
}
