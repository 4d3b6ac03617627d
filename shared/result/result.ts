import { z } from 'zod'

/**
 * An expected error: a code and plain parameters, never a sentence. The sentence for a person is `error.<code>` in
 * locales/, with the same parameters. Parameters never hold a name, an IIN, a phone or an essence.
 */
export const AppError = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_.]{2,60}$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type AppError = z.infer<typeof AppError>

/** The answer of anything that can fail in an expected way. */
export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E }

/** Wraps a value as success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** An expected failure with its code and parameters. */
export function fail(code: string, params: AppError['params'] = {}): { ok: false; error: AppError } {
  return { ok: false, error: { code, params } }
}

/**
 * Carries an expected error through code that throws (streams, transactions). Caught at the boundary and turned back
 * into a `Result`; anything else that is thrown is a bug and is reported as `unexpected`.
 */
export class ExpectedError extends Error {
  readonly detail: AppError
  constructor(code: string, params: AppError['params'] = {}) {
    super(code)
    this.name = 'ExpectedError'
    this.detail = { code, params }
  }
}

/** The value, or throws the expected error as an exception. For code inside a boundary that catches `ExpectedError`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new ExpectedError(result.error.code, result.error.params)
}

/** Ends a `switch` over a union: a new member without a branch does not compile. Throws if reached at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
