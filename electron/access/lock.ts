import { performance } from 'node:perf_hooks'
import type { Access } from './access.ts'

/** What is typed is kept within a quarter of a second: so long the page has before it is taken away, in milliseconds. */
const GRACE = 500

/** What locks the desk. `minutes`: of stillness after which it locks itself. */
export interface LockParts {
  readonly access: Access
  readonly minutes: number
  /** Loads the pages anew: nothing of a person stays in them. */
  readonly reload: () => void
  readonly elapsed?: () => number
}

/** Locks the desk: when asked, when nobody has been at the keys, when the system sleeps or locks. */
export interface Lock {
  alive(): void
  /** Looks whether it has been still for too long. Called now and then. */
  look(): void
  /** Locks once the page has had the time to keep what is typed. */
  begin(): void
}

export function createLock({ access, minutes, reload, elapsed = () => performance.now() }: LockParts): Lock {
  let lastAlive = elapsed()
  let timer: NodeJS.Timeout | null = null

  function isEntered(): boolean {
    return access.door !== null && access.person !== null
  }
  function begin(): void {
    if (!isEntered() || timer !== null) return
    timer = setTimeout(end, GRACE)
  }
  function end(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!isEntered()) return
    access.leave()
    reload()
  }

  return {
    alive() {
      lastAlive = elapsed()
    },
    look() {
      if (elapsed() - lastAlive >= minutes * 60_000) begin()
    },
    begin,
  }
}
