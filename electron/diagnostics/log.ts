import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { describeException } from './exception.ts'

/**
 * The fields a line may have and the form each must have. There is no field for free text: a name or an IIN has no place
 * to stand. A value of another form is written as `?`.
 */
const FIELDS = {
  /** Number of an exception, told to the person. */
  id: /^[0-9a-f]{8}$/,
  channel: /^[a-z]+\.[a-zA-Z]+$/,
  code: /^[a-z][a-z0-9_.-]{1,60}$/,
  /** Class of an exception. */
  name: /^[A-Z][A-Za-z]{1,40}$/,
  /** Code of the system: ENOSPC. */
  errno: /^[A-Z][A-Z0-9_]{2,40}$/,
  /** Places in the program, `main.js:12:34`, innermost first. */
  at: /^(?:[A-Za-z0-9_.-]{1,60}:\d{1,7}:\d{1,7}(?: |$)){1,8}$/,
  /** Path of a value in the contract: words of the schema and places in lists. */
  path: /^[a-zA-Z]{1,24}(?:\.(?:[a-zA-Z]{1,24}|\d{1,6})){0,7}$/,
  version: /^[0-9][0-9a-z.+-]{0,30}$/,
  host: /^(?:electron|chromium)$/,
  number: /^-?\d{1,12}$/,
} as const satisfies Record<string, RegExp>

export type LogField = keyof typeof FIELDS
export type LogFields = Partial<Record<LogField, string | number>>

export interface Log {
  /** Writes one line. Never throws: a full disk must not stop the desk. */
  write(event: string, fields?: LogFields): void
  /** Notes an exception nobody expected as `<area>.bug`; the random number it returns is told to the person. */
  bug(area: string, error: unknown, fields?: LogFields): string
  /** The last lines written, oldest first. */
  last(count: number): string[]
}

const MAX_BYTES = 256 * 1024
const KEPT = 3
const EVENT = /^[a-z][a-z0-9_.]{2,60}$/

/** A log in a folder of its own: `qabyldau.log`, turned at 256 KB, three older ones kept. */
export function openLog(folder: string, now: () => Date): Log {
  const file = path.join(folder, 'qabyldau.log')
  const log: Log = {
    bug(area, error, fields = {}) {
      const id = randomBytes(4).toString('hex')
      log.write(`${area}.bug`, { ...fields, id, ...describeException(error) })
      return id
    },
    write(event, fields = {}) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        turn(file)
        appendFileSync(file, `${lineOf(event, fields, now())}\n`, { mode: 0o600 })
      } catch {
        // Nowhere to write to: the desk goes on.
      }
    },
    last(count) {
      try {
        return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count)
      } catch {
        return []
      }
    },
  }
  return log
}

/** One line: time, event, and the fields that have the form they must have. */
export function lineOf(event: string, fields: LogFields, at: Date): string {
  const line: Record<string, string> = { time: at.toISOString(), event: EVENT.test(event) ? event : '?' }
  for (const [name, form] of Object.entries(FIELDS)) {
    const value = fields[name as LogField]
    if (value !== undefined) line[name] = form.test(String(value)) ? String(value) : '?'
  }
  return JSON.stringify(line)
}

function turn(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < MAX_BYTES) return
  for (let age = KEPT - 1; age >= 1; age--) {
    if (statSync(`${file}.${age}`, { throwIfNoEntry: false })) renameSync(`${file}.${age}`, `${file}.${age + 1}`)
  }
  renameSync(file, `${file}.1`)
}
