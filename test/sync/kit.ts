import { afterAll } from 'vitest'
import type { SyncFailure } from '#electron/sync/database.ts'
import { type Kind, REAL } from '../fixtures/sync/server.ts'

/** What a call failed by; null where it succeeded. */
export function failureOf(call: Promise<unknown>): Promise<SyncFailure | null> {
  return call.then(
    () => null,
    error => error as SyncFailure,
  )
}

/** Ids of documents, in their order by text. */
export function idsOf(documents: readonly unknown[]): string[] {
  return documents.map(each => (each as { _id: string })._id).sort()
}

/**
 * Runs the body on the kind of server that shows the behaviour. On others the test says so, and where no real server is given at
 * all the file tells once at its end how many of its tests wait for one.
 */
export function onlyOn(kind: Kind): (wanted: Kind, body: () => Promise<void>) => Promise<void> {
  let waiting = 0
  afterAll(() => {
    if (waiting > 0 && REAL === null && kind === 'memory') {
      process.stdout.write(`${waiting} tests of this file speak only of a real CouchDB: name one in COUCHDB_URL\n`)
    }
  })
  return async (wanted, body) => {
    if (kind === wanted) await body()
    else waiting++
  }
}
