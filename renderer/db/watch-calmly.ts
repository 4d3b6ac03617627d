import type { StoreClient } from './client.ts'

/** How often counts are told at most, in milliseconds: nobody reads more, and each time the screen is drawn. */
export const COUNTS_EVERY = 250

/**
 * Calls back when the progress of the store has changed, until the returned function is called: a new phase at once, counts alone
 * four times a second, the last ones always.
 */
export function watchCalmly(client: Pick<StoreClient, 'getProgress' | 'onProgress'>, watcher: () => void): () => void {
  let { phase } = client.getProgress()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isDue = false
  const tell = () => {
    isDue = false
    watcher()
    timer ??= setTimeout(() => {
      timer = null
      if (isDue) tell()
    }, COUNTS_EVERY)
  }
  const end = client.onProgress(() => {
    const { phase: now } = client.getProgress()
    isDue = timer !== null && now === phase
    phase = now
    if (!isDue) tell()
  })
  return () => {
    end()
    if (timer !== null) clearTimeout(timer)
  }
}
