import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import type { Log } from '../diagnostics/log.ts'
import { type OwnStore, type StoreStamp, storesOf } from '../journal/stamp-file.ts'

/** Days for which the store of another Electron stays: a return finds it as it was left and only has to catch up. */
const KEPT_FOR = 30

const PROFILE = /^profile(?:-\d{1,4})?$/

/**
 * Chromium's folder of an Electron: one a major, because a lower one erases the store of a higher. A store that is not there is
 * built from the journal. Outside Electron there is one.
 */
export function ownStoreOf(electron: string | undefined): OwnStore {
  const engine = Number(electron?.split('.')[0] ?? 0)
  return engine > 0 ? { folder: `profile-${engine}`, engine } : { folder: 'profile', engine: 0 }
}

/** The folders among those found that nobody worked in for so long that none will come back to them. */
export function expiredProfiles(
  found: readonly string[],
  { own, stamps, today }: { own: string; stamps: readonly StoreStamp[]; today: PlainDate },
): string[] {
  const isExpired = (name: string) => {
    const last = stamps.find(one => one.folder === name)?.last
    return last !== undefined && addDays(last, KEPT_FOR) < today
  }
  return found.filter(name => PROFILE.test(name) && name !== own && isExpired(name))
}

/** Removes such folders. Called once the desk's own store stands: until then an older one is worth keeping. */
export async function sweepProfiles(options: {
  readonly userData: string
  readonly dataFolder: string
  readonly own: string
  readonly today: PlainDate
  readonly log: Pick<Log, 'write'>
}): Promise<void> {
  const { userData, dataFolder, own, today, log } = options
  const stamps = await storesOf(dataFolder)
  for (const name of expiredProfiles(await readdir(userData), { own, stamps, today })) {
    await rm(path.join(userData, name), { recursive: true, force: true })
    log.write('store.profile_removed')
  }
}
