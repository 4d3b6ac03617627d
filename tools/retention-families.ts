import { DESTROYED_KINDS } from '../shared/destruction/model.ts'
import { HoldGround, RETAINED_KINDS } from '../shared/retention/model.ts'
import { KEPT_WHYS } from '../shared/retention/rules.ts'
import type { LocaleFamily } from './locale-families.ts'

/** Families of keys of the retention job and its acts. */
export const RETENTION_FAMILIES: readonly LocaleFamily[] = [
  { prefix: 'retention.kind.', source: 'RETAINED_KINDS, shared/retention/model.ts', members: RETAINED_KINDS },
  {
    prefix: 'retention.hold.',
    source: 'HoldGround, shared/retention/model.ts',
    members: [...HoldGround.options, 'choose'],
  },
  { prefix: 'retention.why.', source: 'KEPT_WHYS, shared/retention/rules.ts', members: KEPT_WHYS },
  { prefix: 'destruction.kind.', source: 'DESTROYED_KINDS, shared/destruction/model.ts', members: DESTROYED_KINDS },
  { prefix: 'destruction.sheet.', source: 'words of the act; the compiler checks them', members: null },
]
