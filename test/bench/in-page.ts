import type { DeskApi } from '#shared/ipc/api.ts'

/**
 * Runs inside the page of the real desk, before anything else of it: keeps a hand on the store worker, so that the same
 * questions screens ask can be timed, and holds raw Dexie beside it. Plain functions only: the text is sent to the page.
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
  page.watch = (name, params, changed) => {
    next += 1
    const id = next
    page.storeWorker.addEventListener('message', ({ data }: MessageEvent) => {
      if (data.id === id && data.kind === 'answer') changed(data.rows ?? data.value)
    })
    page.storeWorker.postMessage({ kind: 'query', id, name, params, live: true })
  }
}

/** What the page of the bench has beside the desk's own. */
export interface BenchPage {
  readonly desk: DeskApi
  storeWorker: Worker
  ask: (name: string, params: unknown) => Promise<unknown>
  watch: (name: string, params: unknown, changed: (value: unknown) => void) => void
}
