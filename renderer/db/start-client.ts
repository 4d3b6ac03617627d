import '../without-eval.ts'
import type { DeskApi } from '#shared/ipc/api.ts'
import { StoreClient } from './client.ts'
import type { FromWorker, ToWorker, Wire } from './messages.ts'
import workerUrl from './worker.ts?worker&url'

/** The part of Trusted Types used here; not in every TypeScript library yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string
  }
}

/**
 * Starts the store worker and opens the store. To be called once per page. The page's policy demands trusted script
 * addresses (`qabyldau`): the only one ever made is that of the worker.
 */
export function startStoreClient(desk: DeskApi): StoreClient {
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module', name: 'store' })
  const wire: Wire<ToWorker, FromWorker> = {
    send: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: listener => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => listener(event.data))
      worker.addEventListener('error', () => listener({ kind: 'failed', error: { code: 'store.worker', params: {} } }))
    },
  }
  const client = new StoreClient(desk, wire)
  void client.open()
  return client
}

function trustedUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  if (factory === undefined) return url
  const only = (asked: string) => {
    if (asked !== workerUrl) throw new TypeError('not the store worker')
    return asked
  }
  return factory.createPolicy('qabyldau', { createScriptURL: only }).createScriptURL(url)
}
