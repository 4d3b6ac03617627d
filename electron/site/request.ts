import { type HttpAnswer, HttpFailure, type HttpLine } from '../http/line.ts'
import { brokenOff, refusalOf } from './refusals.ts'

/** One request. `path`: under the address of the site; `most`: bytes of the answer at most. */
export interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: { readonly type: string; readonly bytes: Uint8Array }
  readonly most?: number
  readonly signal: AbortSignal
}

const MOST = 1024 * 1024
/** A request that has not ended by then is given up, milliseconds; more for what is sent, at the slowest line there is sense in. */
const PATIENCE = 30_000
const SLOWEST = 20

/**
 * Asks a server of the site once. Answers with any status under 300, and with 404 to who looks; throws ExpectedError `site.*`
 * for every other: what is refused, cut, late, longer than asked for, or leads away.
 */
export async function ask(line: HttpLine, { path, most = MOST, ...asked }: Asked): Promise<HttpAnswer> {
  const within = PATIENCE + Math.ceil((asked.body?.bytes.byteLength ?? 0) / SLOWEST)
  const answer = await line.ask({ ...asked, path: `/${path}`, within, largest: most }).catch((error: unknown) => {
    throw error instanceof HttpFailure ? brokenOff(error) : error
  })
  const isLooked = asked.method === 'GET' && answer.status === 404
  if (answer.status < 300 || isLooked) return answer
  throw refusalOf(answer)
}
