import '../without-eval.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { StoreService } from './store-service.ts'

// The thin end: hands the platform of this worker to the service and nothing else.
new StoreService(
  {
    indexedDB,
    IDBKeyRange,
    crypto,
    newId: () => crypto.randomUUID(),
    withLock: (name, work) =>
      // Held as long as the worker lives.
      void navigator.locks.request(name, async () => {
        await work()
        await new Promise(() => undefined)
      }),
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  },
  {
    send: (message: FromWorker) => self.postMessage(message),
    listen: listener => self.addEventListener('message', (event: MessageEvent<ToWorker>) => listener(event.data)),
  },
)
