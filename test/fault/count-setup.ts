import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { readCounts, tableOf } from './counted-table.ts'

let file = ''

export function setup(project: TestProject): void {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'faults-counted-')), 'counts')
  writeFileSync(file, '')
  project.provide('countedFaults', file)
}

/** The table of the whole run, last: who reads the end of a long output reads it. */
export function teardown(): void {
  console.log(`\nFaults, and what came of them\n${tableOf(readCounts(file))}\n`)
  rmSync(path.dirname(file), { recursive: true, force: true })
}
