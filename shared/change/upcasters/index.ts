import type { Action } from '../action.ts'

/**
 * Reads an action of an old version as the next one. Frozen once released: one file each, constants inlined, with a
 * golden sample in test/fixtures/actions/.
 */
export interface Upcaster {
  readonly type: string
  /** The version it reads; it answers with the next one. */
  readonly from: number
  upcast(action: Action): Action
}

/** Every upcaster there is. None yet: all types are in their first version. */
export const UPCASTERS: readonly Upcaster[] = []

/**
 * The action in its current version. An action of a type or version this program does not know passes through untouched.
 * Throws where an upcaster does not answer with the next version of the same action.
 */
export function upcast(action: Action, upcasters: readonly Upcaster[] = UPCASTERS): Action {
  let current = action
  for (;;) {
    const step = upcasters.find(candidate => candidate.type === current.type && candidate.from === current.version)
    if (step === undefined) return current
    const next = step.upcast(current)
    if (next.version !== current.version + 1 || next.id !== current.id) {
      throw new Error(`upcaster of ${current.type} from version ${current.version}`)
    }
    current = next
  }
}
