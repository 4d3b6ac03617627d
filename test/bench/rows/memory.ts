import type { AtDesk } from '../../e2e/pages/at-desk.ts'
import type { Bench } from '../bench.ts'
import type { Row } from '../row.ts'

export const ofPage = held('page heap with all of it stored', 30, 'page')
export const ofWorker = held('store worker: heap and buffers', 80, 'worker')

/** Megabytes. */
export interface Held {
  readonly page: number
  readonly worker: number
}

/** What page and worker hold with everything stored, and with nothing: each desk is looked at once for both rows. */
function held(what: string, most: number, part: keyof Held): Row {
  return {
    ...{ name: 'S15', what, beside: 'with an empty store', unit: 'MB', samples: 1, once: true, wholeOnly: true },
    goal: { as: 'more', most },
    open: async bench => ({
      product: async () => (await bench.once('memory of a full desk', () => memoryOf(bench, bench.copy())))[part],
      baseline: async () => (await bench.once('memory of an empty desk', () => memoryOf(bench, bench.empty())))[part],
    }),
  }
}

async function memoryOf(bench: Bench, folder: Promise<string>): Promise<Held> {
  const at = await bench.sitAt(await folder)
  try {
    await at.page.locator('footer .good').waitFor()
    // The lines of the newest are made ready in a quiet moment after the start.
    await new Promise(resolve => setTimeout(resolve, 4000))
    return await readHeaps(at)
  } finally {
    await at.desk.quit()
    await at.desk.close()
  }
}

interface Told {
  readonly id?: number
  readonly method?: string
  readonly params?: { sessionId: string; targetInfo: { type: string } }
  readonly result?: { usedSize: number; backingStorageSize?: number; embedderHeapUsedSize?: number }
}

/** Megabytes in use after everything loose was dropped: by Chromium's own protocol, which sees the worker of the page too. */
export async function readHeaps({ desk, page }: AtDesk): Promise<Held> {
  const { port } = await desk.control<{ port: number }>('browser')
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    url: string
    webSocketDebuggerUrl: string
  }[]
  const target = targets.find(({ url }) => url === page.url())
  if (target === undefined) throw new Error('the page is not among the targets')
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  const waiting = new Map<number, (told: Told) => void>()
  const workers: string[] = []
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as Told
    if (told.method === 'Target.attachedToTarget' && told.params?.targetInfo.type === 'worker') {
      workers.push(told.params.sessionId)
    }
    if (told.id !== undefined) waiting.get(told.id)?.(told)
  })
  await new Promise(resolve => socket.addEventListener('open', resolve))
  let id = 0
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Told>(resolve => {
      id += 1
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
    })
  const heap = async (session?: string) => {
    await send('HeapProfiler.collectGarbage', {}, session)
    const { result } = await send('Runtime.getHeapUsage', {}, session)
    return ((result?.usedSize ?? Number.NaN) + (result?.backingStorageSize ?? 0)) / 2 ** 20
  }
  try {
    await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
    const [worker] = workers
    if (worker === undefined) throw new Error('the page has no worker')
    return { page: await heap(), worker: await heap(worker) }
  } finally {
    socket.close()
  }
}
