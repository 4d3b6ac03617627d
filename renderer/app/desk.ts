import type { DeskApi } from '#shared/ipc/api.ts'
import { fail, type Result } from '#shared/result/result.ts'

declare global {
  interface Window {
    readonly desk: DeskApi
  }
}

/** An answer of the desk; a call that breaks on the way is an error too, so that no screen waits for ever. */
export async function settled<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call
  } catch {
    return fail('ipc.failed')
  }
}
