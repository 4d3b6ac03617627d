import type { Result } from '#shared/result/result.ts'

/** Asks the person for their password once more; false: they went back. */
export type AskPassword = () => Promise<boolean>

let ask: AskPassword | null = null

/** Whoever can ask on this page; the answer takes it back. */
export function askBy(one: AskPassword): () => void {
  ask = one
  return () => {
    ask = null
  }
}

/** Runs a call, and once more where main wants the password first and got it. */
export async function passwordAsked<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  const result = await call()
  if (result.ok || result.error.code !== 'access.confirm' || ask === null) return result
  return (await ask()) ? call() : result
}
