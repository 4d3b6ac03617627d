import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { expect, test } from 'vitest'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { count } from './counted.ts'
import { numbersOf, openDesk, readAll } from './desk-rig.ts'
import { diceOf } from './memory-files.ts'
import { FULL } from './product-rig.ts'

/** `npm run test:full -- fault` kills thirty times. */
const KILLS = FULL ? 30 : 6
const APPENDER = join(import.meta.dirname, 'journal-appender.ts')

/** Runs the appender and kills it (SIGKILL) once it has acknowledged so many numbers; answers with all of them. */
function appendUntilKilled(folder: string, first: number, enough: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(execPath, [APPENDER, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    child.stdout.on('data', chunk => {
      told += String(chunk)
      if (told.split('\n').length > enough) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the appender ended by itself: ${code}`))
      const lines = told.split('\n')
      lines.pop()
      resolve(lines.map(Number))
    })
  })
}

test(`killed ${KILLS} times while it appends: nothing acknowledged is lost, nothing is doubled`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-kill-'))
  const dice = diceOf(20261121)
  const acknowledged: number[] = []
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const told = await appendUntilKilled(folder, kill * 1000, 1 + Math.floor(dice() * 30))
      acknowledged.push(...told)
      const desk = await openDesk({ files: nodeFiles, folder, segmentBytes: 20_000 })
      const actions = await readAll(desk.journal, 500)
      const numbers = numbersOf(actions)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers).toEqual(expect.arrayContaining(acknowledged))
      expect(actions.every(action => action.personal?.value)).toBe(true)
      expect((await desk.journal.verify()).brokenAt).toBeNull()
    }
    count('faults of files', 'journal, killed while it appends', KILLS)
    expect(acknowledged.length).toBeGreaterThan(KILLS * 5)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
