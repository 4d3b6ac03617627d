import { readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { screen } from 'electron'
import type { DiagnosticFacts } from '#shared/diagnostics/facts.ts'
import { OFFICE_ZONE } from '#shared/time/office-time.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { findCalendar } from '../desk/office-calendar.ts'
import { officeDate } from '../desk/office-date.ts'
import { diskOf } from '../desk/watch.ts'
import type { Caller } from '../ipc/sender.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { readSentinel } from '../journal/sentinel.ts'
import { findRecovery } from '../security/recovery-file.ts'

/** What the facts are gathered from. `verifyAudit`: every line of the audit, as its own check does. */
export interface FactSources {
  readonly context: ServiceContext
  readonly state: DeskState
  readonly verifyAudit: (caller: Caller) => Promise<{ records: number; broken: unknown }>
}

/** What only the page knows of its browser. */
export interface PageFacts {
  readonly persisted: boolean | null
  readonly chromium: string | null
}

/** Looks at everything the checks judge. What cannot be looked at is told as it is: nothing here throws for a fault of the desk. */
export async function gatherFacts(
  { context, state, verifyAudit }: FactSources,
  page: PageFacts,
  caller: Caller,
): Promise<DiagnosticFacts> {
  const { dataFolder, settings } = context
  const { journal, keys } = state.desk()
  const printers = await context.listPrinters(caller)
  const wanted = settings.current.talon.printer
  const verified = await journal.verifyOnce()
  const audit = await verifyAudit(caller)
  return {
    today: officeDate(state.clock.now()),
    folder: { writable: await isWritable(dataFolder), ...(await spaceOf(context)) },
    journal: { records: verified.records, isBroken: verified.brokenAt !== null },
    lists: await listsOf(dataFolder, journal.head().cursor),
    keyrings: await keyringsOf(dataFolder),
    key: {
      protection: keys.protection,
      guarded: state.access.door !== null,
      paper: (await findRecovery(state.place)) !== null,
    },
    audit: { records: audit.records, isBroken: audit.broken !== null },
    clock: { believed: state.clock.jump() === null },
    zone: zones(state.clock.now()),
    calendar: (await findCalendar(state.desk())).years.map(({ year, status }) => ({ year, status })),
    printers: { found: printers.length, chosen: wanted === null ? null : printers.some(one => one.name === wanted) },
    store: { backing: await backingOf(path.join(context.userData, 'profile')), persisted: page.persisted },
    versions: {
      program: context.version,
      electron: process.versions.electron ?? null,
      chromium: process.versions.chrome ?? page.chromium,
      node: process.versions.node,
    },
    memory: { total: os.totalmem(), free: os.freemem() },
    screen: smallest(screen.getAllDisplays().map(({ size }) => size)),
  }
}

async function isWritable(folder: string): Promise<boolean> {
  // Of the form of our own unfinished files: one that a power failure leaves is removed at the next start.
  const file = path.join(folder, `check.${'0'.repeat(12)}.tmp`)
  try {
    await nodeFiles.remove(file)
    const open = await nodeFiles.open(file, 'create')
    await open.write(0, Buffer.from('check')).finally(() => open.close())
    return true
  } catch {
    return false
  } finally {
    await nodeFiles.remove(file).catch(() => undefined)
  }
}

async function spaceOf(context: ServiceContext): Promise<{ free: number | null; floor: number }> {
  const floor = context.settings.current.floorMegabytes * 2 ** 20
  return diskOf(context).catch(() => ({ free: null, floor }))
}

async function listsOf(folder: string, head: Readonly<Record<string, number>>): Promise<DiagnosticFacts['lists']> {
  const sentinel = await readSentinel(folder)
  if (sentinel === null) return { known: null, isAhead: false }
  const read = Object.entries(sentinel.cursor)
  return {
    known: read.reduce((sum, [, sequence]) => sum + sequence, 0),
    isAhead: read.some(([installation, sequence]) => sequence > (head[installation] ?? 0)),
  }
}

/** Compared twice: between the two reads a key may have been added to one of them. */
async function keyringsOf(folder: string): Promise<DiagnosticFacts['keyrings']> {
  let found = 0
  for (let look = 0; look < 2; look++) {
    const copies = await Promise.all(
      ['subjects.ring', 'subjects.ring.2'].map(name => nodeFiles.readFile(`${folder}/keys/${name}`).catch(() => null)),
    )
    const [one, two] = copies
    found = copies.filter(copy => copy !== null).length
    if (one && two?.equals(one)) return { found, areAlike: true }
  }
  return { found, areAlike: false }
}

function zones(now: number): DiagnosticFacts['zone'] {
  return {
    system: -new Date(now).getTimezoneOffset(),
    office: minutesEast(OFFICE_ZONE, now),
    almaty: minutesEast('Asia/Almaty', now),
  }
}

function minutesEast(timeZone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now)
  const [, sign, hours, minutes] =
    /([+-])(\d\d):(\d\d)/.exec(parts.find(one => one.type === 'timeZoneName')?.value ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

/** How Chromium keeps the lists, by the names it gives; null: it keeps none yet. */
async function backingOf(profile: string): Promise<DiagnosticFacts['store']['backing']> {
  for (const folder of [profile, path.join(profile, 'chromium-host', 'Default')]) {
    const names = await readdir(path.join(folder, 'IndexedDB')).catch(() => [])
    if (names.some(name => name.endsWith('.leveldb'))) return 'leveldb'
    if (names.length > 0) return 'sqlite'
  }
  return null
}

function smallest(sizes: readonly { width: number; height: number }[]): { width: number; height: number } {
  const [first = { width: 0, height: 0 }, ...others] = sizes
  return others.reduce((least, one) => (one.width * one.height < least.width * least.height ? one : least), first)
}
