import type { DeskApi } from '#shared/ipc/api.ts'
import { fail, type Result } from '#shared/result/result.ts'

/** What the client uses of main. */
export type StoreDesk = Pick<
  DeskApi,
  'storeOpen' | 'storeMark' | 'journalRead' | 'journalHot' | 'onJournalMoved' | 'appReload'
>

/** A call that breaks on the way is an error like another. */
export function answered<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  return call.catch(() => fail('ipc.failed'))
}

/** The bytes in a buffer of their own, to be moved; the ones that came are zeroed. */
export function takeKey(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(bytes)
  bytes.fill(0)
  return own
}
