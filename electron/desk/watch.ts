import type { AuditVerified } from '#shared/audit/model.ts'
import type { EventOf, StartState } from '#shared/ipc/contract.ts'
import type { ServiceContext } from '../ipc/services.ts'
import type { DeskClock } from '../journal/clock.ts'
import { nodeFiles } from '../journal/file-system.ts'
import type { Journal } from '../journal/types.ts'

const MEGABYTE = 1024 * 1024

/** Free space of the data folder's disk and the floor under which nothing is accepted, in bytes. */
export async function diskOf({
  dataFolder,
  settings,
}: Pick<ServiceContext, 'dataFolder' | 'settings'>): Promise<EventOf<'disk.low'>> {
  return { free: await nodeFiles.freeSpace(dataFolder), floor: settings.current.floorMegabytes * MEGABYTE }
}

/** What the wall clock says and what is expected (UTC, ISO), or null while it is believed. */
export function jumpOf(clock: Pick<DeskClock, 'jump'>): EventOf<'clock.jumped'> | null {
  const jump = clock.jump()
  if (jump === null) return null
  return { wall: new Date(jump.wall).toISOString(), expected: new Date(jump.expected).toISOString() }
}

/**
 * Verifies the journal once while the desk stands open: at start only its tail was. Tells the page where it is not as
 * it was written; says nothing where all is well.
 */
export async function verifyInBackground(
  journal: Pick<Journal, 'verifyOnce'>,
  send: ServiceContext['send'],
): Promise<void> {
  const { brokenAt } = await journal.verifyOnce()
  if (brokenAt !== null) send('journal.damaged', { at: brokenAt })
}

/** Verifies the audit once, as the journal. Tells the page between which lines the first fault lies. */
export async function verifyAuditInBackground(
  verify: () => Promise<AuditVerified | null>,
  send: ServiceContext['send'],
): Promise<void> {
  const broken = (await verify())?.broken
  if (broken) send('audit.damaged', { since: broken.since, line: broken.line })
}

/** Damage that was found in this run: told to the pages that stand open, and to each that is loaded later. */
export interface DamageTold {
  /** Sends an event, and keeps what it says of damage. */
  readonly send: (send: ServiceContext['send']) => ServiceContext['send']
  notices(): StartState['notices']
}

/** Nothing is damaged until it is told. */
export function createDamageTold(): DamageTold {
  const found = new Map<string, StartState['notices'][number]>()
  return {
    send: send => (event, value) => {
      if (event === 'journal.damaged' || event === 'audit.damaged') {
        const code = event.replace('.', '_')
        found.set(code, { code, params: { ...(value as Record<string, string | number>) } })
      }
      send(event, value)
    },
    notices: () => [...found.values()],
  }
}

/** What the watch looks at, and how it tells the page. */
export interface Watched {
  readonly clock: Pick<DeskClock, 'jump' | 'resumed'>
  readonly disk: () => Promise<EventOf<'disk.low'>>
  readonly send: ServiceContext['send']
}

/** A look at clock and disk, made now and then while the desk stands open. */
export interface Watch {
  look(): Promise<void>
  /** The machine woke up. */
  resumed(): Promise<void>
}

/** Tells the page of a clock that is not believed and of a disk under its floor; of the disk once more when there is room again. */
export function watchMachine({ clock, disk, send }: Watched): Watch {
  let wasLow = false
  async function look(): Promise<void> {
    const jump = jumpOf(clock)
    if (jump !== null) send('clock.jumped', jump)
    const now = await disk()
    const isLow = now.free < now.floor
    if (isLow || wasLow) send('disk.low', now)
    wasLow = isLow
  }
  return {
    look,
    resumed() {
      clock.resumed()
      return look()
    },
  }
}
