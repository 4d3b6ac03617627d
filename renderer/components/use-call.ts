import { useCallback, useRef, useState } from 'react'
import { type AppError, ok, type Result } from '#shared/result/result.ts'
import { settled } from '../app/desk.ts'
import { passwordAsked } from './password-asked.ts'

/** A call of the desk under way: whether it runs and what went wrong last. */
export interface Call {
  readonly busy: boolean
  readonly error: AppError | null
  readonly forget: () => void
  /** Runs a call unless one is under way (a second press does nothing). The value, or null where it did not succeed. */
  readonly run: <T>(call: () => Promise<Result<T>>) => Promise<T | null>
}

/** Runs calls one at a time, asks for the password where one wants it, and keeps their error for the screen. */
export function useCall(): Call {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const running = useRef(false)
  const run = useCallback(async <T>(call: () => Promise<Result<T>>): Promise<T | null> => {
    if (running.current) return null
    running.current = true
    setBusy(true)
    setError(null)
    const result = await passwordAsked(() => settled(call()))
    running.current = false
    setBusy(false)
    if (!result.ok) setError(result.error)
    return result.ok ? result.value : null
  }, [])
  const forget = useCallback(() => setError(null), [])
  return { busy, error, forget, run }
}

/** Success without a value, for a chain of calls. */
export const DONE: Result<true> = ok(true)
