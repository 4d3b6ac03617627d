import type { Stamp } from '../time/stamp.ts'

/**
 * What the fold of one entity needs to know of others. Kept small on purpose: an import taken back as a whole and a
 * subject erased are the only facts that reach across entities.
 */
export interface Related {
  /** Batches that were taken back (`import.undone`). */
  readonly undoneBatches: ReadonlySet<string>
  /** Subjects that were erased (`subject.erased`), with the stamp of the first erasure. */
  readonly erasedSubjects: ReadonlyMap<string, Stamp>
}

/** Nothing undone, nobody erased. */
export const NO_RELATED: Related = { undoneBatches: new Set(), erasedSubjects: new Map() }
