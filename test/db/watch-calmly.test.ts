import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StoreProgress } from '#renderer/db/client.ts'
import { COUNTS_EVERY, watchCalmly } from '#renderer/db/watch-calmly.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A store whose progress is set by the test, and what of it was seen. */
function watched() {
  let progress: StoreProgress = { phase: 'ready', done: 0, total: 0, rebuilt: null, error: null }
  const watchers = new Set<() => void>()
  const client = {
    getProgress: () => progress,
    onProgress: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
  const seen: string[] = []
  const end = watchCalmly(client, () => seen.push(`${progress.phase} ${progress.done}`))
  const show = (change: Partial<StoreProgress>) => {
    progress = { ...progress, ...change }
    for (const watcher of watchers) watcher()
  }
  return { seen, show, end }
}

it('tells counts four times a second, the first at once and the last always', () => {
  const { seen, show } = watched()
  for (let done = 1; done <= 100; done += 1) {
    show({ done })
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(COUNTS_EVERY)
  expect(seen.length).toBeLessThanOrEqual(6)
  expect([seen[0], seen.at(-1)]).toEqual(['ready 1', 'ready 100'])
  vi.advanceTimersByTime(10 * COUNTS_EVERY)
  expect(seen.at(-2)).not.toBe(seen.at(-1))
})

it('tells a new phase at once, also while counts wait', () => {
  const { seen, show } = watched()
  show({ done: 1 })
  show({ done: 2 })
  show({ phase: 'failed' })
  expect(seen).toEqual(['ready 1', 'failed 2'])
  show({ phase: 'opening', done: 3 })
  expect(seen.at(-1)).toBe('opening 3')
})

it('tells nothing after its end', () => {
  const { seen, show, end } = watched()
  show({ done: 1 })
  show({ done: 2 })
  end()
  vi.advanceTimersByTime(COUNTS_EVERY)
  show({ done: 3 })
  expect(seen).toEqual(['ready 1'])
})
