import { RECOVERY_ACTS, RECOVERY_CASES } from '../shared/recovery/model.ts'
import type { LocaleFamily } from './locale-families.ts'

/** Families of keys of a start that failed. */
export const RECOVERY_FAMILIES: readonly LocaleFamily[] = [
  { prefix: 'recovery.what.', source: 'RECOVERY_CASES, shared/recovery/model.ts', members: RECOVERY_CASES },
  { prefix: 'recovery.do.', source: 'RECOVERY_CASES, shared/recovery/model.ts', members: RECOVERY_CASES },
  { prefix: 'recovery.act.', source: 'RECOVERY_ACTS, shared/recovery/model.ts', members: RECOVERY_ACTS },
]
