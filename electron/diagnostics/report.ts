import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { LogFields } from './log.ts'
import { type Log, lineOf } from './log.ts'

const LAST_LINES = 200
/** A page that fails again and again must not fill the disk. */
const KEPT = 20
const REPORT = /^report-\d{8}T\d{6}-.+\.txt$/

/** Writes the reports an administrator is given: versions, system, codes, the last lines of the log. Nothing of people. */
export class ReportWriter {
  readonly #folder: string
  readonly #version: string
  readonly #log: Log

  constructor(folder: string, version: string, log: Log) {
    this.#folder = folder
    this.#version = version
    this.#log = log
  }

  /** Path of the report written, or null when the disk takes none. Synchronous: the program may be about to end. */
  write(event: string, fields: LogFields, now: Date): string | null {
    const stamp = now.toISOString().replace(/[-:]/g, '').slice(0, 15)
    const file = path.join(this.#folder, `report-${stamp}-${fields.id ?? event.replaceAll('.', '-')}.txt`)
    const lines = [
      lineOf(event, fields, now),
      `program ${this.#version}`,
      ...['electron', 'chrome', 'node', 'v8'].map(name => `${name} ${process.versions[name] ?? '-'}`),
      `system ${process.platform} ${process.arch} ${os.release()}`,
      `memory ${Math.round(os.totalmem() / 2 ** 20)} MB, free ${Math.round(os.freemem() / 2 ** 20)} MB`,
      '',
      ...this.#log.last(LAST_LINES),
    ]
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      this.#dropOldest()
      writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
      return file
    } catch {
      return null
    }
  }

  /** Names begin with the time, so their order is that of age. */
  #dropOldest(): void {
    const reports = readdirSync(this.#folder).filter(name => REPORT.test(name))
    for (const name of reports.sort().slice(0, -(KEPT - 1))) rmSync(path.join(this.#folder, name), { force: true })
  }
}
