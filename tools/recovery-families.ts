import { CHECK_CODES, CHECK_SAYS } from '../shared/diagnostics/checks.ts'
import { SLOW_BY, SPEED_CODES } from '../shared/diagnostics/speed.ts'
import { RECOVERY_ACTS, RECOVERY_CASES } from '../shared/recovery/model.ts'
import type { LocaleFamily } from './locale-families.ts'

const SAYS = Object.entries(CHECK_SAYS)

/** Families of keys of a start that failed and of the checks of a desk. */
export const RECOVERY_FAMILIES: readonly LocaleFamily[] = [
  { prefix: 'recovery.what.', source: 'RECOVERY_CASES, shared/recovery/model.ts', members: RECOVERY_CASES },
  { prefix: 'recovery.do.', source: 'RECOVERY_CASES, shared/recovery/model.ts', members: RECOVERY_CASES },
  { prefix: 'recovery.act.', source: 'RECOVERY_ACTS, shared/recovery/model.ts', members: RECOVERY_ACTS },
  { prefix: 'speed.name.', source: 'SPEED_CODES, shared/diagnostics/speed.ts', members: SPEED_CODES },
  { prefix: 'speed.do.', source: 'SLOW_BY, shared/diagnostics/speed.ts', members: SLOW_BY },
  { prefix: 'check.name.', source: 'CHECK_CODES, shared/diagnostics/checks.ts', members: CHECK_CODES },
  {
    prefix: 'check.state.',
    source: 'states of a check, shared/diagnostics/checks.ts',
    members: ['ok', 'warning', 'bad'],
  },
  { prefix: 'check.say.', source: 'CHECK_SAYS, shared/diagnostics/checks.ts', members: SAYS.map(([say]) => say) },
  {
    prefix: 'check.do.',
    source: 'CHECK_SAYS that are not well, shared/diagnostics/checks.ts',
    members: SAYS.flatMap(([say, state]) => (state === 'ok' ? [] : [say])),
  },
]
