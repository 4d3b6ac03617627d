import { performance } from 'node:perf_hooks'
import type { Access } from './access.ts'

/** What is typed is kept within a quarter of a second: so long the page has before it is taken away, in milliseconds. */
const GRACE = 500

/** Why a desk was locked. */
export type LockReason = 'asked' | 'still' | 'suspend' | 'screen'

/** What locks the desk. `minutes`: of stillness after which it locks itself. */
export interface LockParts {
  readonly access: Access
  readonly minutes: number
  /** Loads the pages anew: nothing of a person stays in them. */
  readonly reload: () => void
  /** Told of each lock, once nobody stands at the desk. */
  readonly locked?: (reason: LockReason) => void
  readonly elapsed?: () => number
}

/** Locks the desk: when asked, when nobody has been at the keys, when the system sleeps or locks. */
export interface Lock {
  alive(): void
  /** Looks whether it has been still for too long. Called now and then. */
  look(): void
  /** Locks once the page has had the time to keep what is typed. */
  begin(reason: LockReason): void
}

export function createLock({ access, minutes, reload, locked, elapsed = () => performance.now() }: LockParts): Lock {
  let lastAlive = elapsed()
  let timer: NodeJS.Timeout | null = null

  function isEntered(): boolean {
    return access.door !== null && access.person !== null
  }
  function begin(reason: LockReason): void {
    if (!isEntered() || timer !== null) return
    timer = setTimeout(() => end(reason), GRACE)
  }
  function end(reason: LockReason): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!isEntered()) return
    access.leave()
    locked?.(reason)
    reload()
  }

  return {
    alive() {
      lastAlive = elapsed()
    },
    look() {
      if (elapsed() - lastAlive >= minutes * 60_000) begin('still')
    },
    begin,
  }
}
