import type { DeskApi } from '#shared/ipc/api.ts'

/**
 * Runs inside the page of the real desk, before anything else of it: keeps a hand on the store worker, so that the same
 * questions screens ask can be timed. Plain functions only: the text is sent to the page.
 */
export function installBench(): void {
  const page = window as unknown as BenchPage
  const Real = window.Worker
  window.Worker = class extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      page.storeWorker = this
    }
  } as typeof Worker
  let next = 1_000_000
  page.ask = (name, params) =>
    new Promise((resolve, reject) => {
      next += 1
      const id = next
      const heard = ({ data }: MessageEvent) => {
        if (data.id !== id) return
        page.storeWorker.removeEventListener('message', heard)
        if (data.kind === 'answer') resolve(data.value)
        else reject(new Error(data.error?.code ?? 'refused'))
      }
      page.storeWorker.addEventListener('message', heard)
      page.storeWorker.postMessage({ kind: 'query', id, name, params, live: false })
    })
  page.timed = async (name, params) => {
    const started = performance.now()
    await page.ask(name, params)
    return performance.now() - started
  }
  page.watch = (name, params, changed) => {
    next += 1
    const id = next
    const heard = ({ data }: MessageEvent) => {
      if (data.id === id && data.kind === 'answer') changed(data.rows ?? data.value)
    }
    page.storeWorker.addEventListener('message', heard)
    page.storeWorker.postMessage({ kind: 'query', id, name, params, live: true })
    return () => {
      page.storeWorker.removeEventListener('message', heard)
      page.storeWorker.postMessage({ kind: 'unsubscribe', id })
    }
  }
  page.newRequest = () => Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
  page.must = answer => {
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value as never
  }
  page.longTasks = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) page.longTasks.push(Math.round(duration))
  }).observe({ type: 'longtask' })
}

/** What the page of the bench has beside the desk's own. */
export interface BenchPage {
  readonly desk: DeskApi
  storeWorker: Worker
  ask: (name: string, params: unknown) => Promise<unknown>
  /** The milliseconds until the answer is there. */
  timed: (name: string, params: unknown) => Promise<number>
  /** Calls back with each answer until the returned function is called. */
  watch: (name: string, params: unknown, changed: (value: unknown) => void) => () => void
  newRequest: () => string
  /** The value of an answer of main; throws where it refused. */
  must: <T>(answer: { ok: boolean; value?: unknown }) => T
  /** Milliseconds of each task of the page over 50 ms, since the page began. */
  longTasks: number[]
}
