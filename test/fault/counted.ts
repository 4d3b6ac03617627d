import { appendFileSync } from 'node:fs'
import { expect, inject } from 'vitest'
import type { Counted, Harm, Kind } from './counted-table.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** File that every spec of the run writes its counts into, a line each. */
    countedFaults: string
  }
}

/** Counts faults of an area and what came of them. Anything that came of them fails the test, but is counted first. */
export function count(kind: Kind, area: string, injected: number, harm: Partial<Harm> = {}): void {
  const counted: Counted = { kind, area, injected, lost: 0, doubled: 0, torn: 0, unclear: 0, ...harm }
  appendFileSync(inject('countedFaults'), `${JSON.stringify(counted)}\n`)
  expect(harm).toEqual(Object.fromEntries(Object.keys(harm).map(name => [name, 0])))
}
