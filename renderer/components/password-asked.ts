import type { Result } from '#shared/result/result.ts'

/** Asks the person for their password once more, and for a code of their second factor; false: they went back. */
export type AskPassword = (withCode: boolean) => Promise<boolean>

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
  if (result.ok || ask === null) return result
  const { code } = result.error
  if (code !== 'access.confirm' && code !== 'access.confirm_code') return result
  return (await ask(code === 'access.confirm_code')) ? call() : result
}
