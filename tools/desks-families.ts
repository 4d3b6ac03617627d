import { RetireReason } from '../shared/desk/model.ts'
import { TakeGround } from '../shared/line/model.ts'
import { SyncTrouble } from '../shared/sync/state.ts'
import { SyncStanding, SyncWhy } from '../shared/sync/status.ts'
import type { LocaleFamily } from './locale-families.ts'

/** Families of keys of the exchange between desks. */
export const DESKS_FAMILIES: readonly LocaleFamily[] = [
  { prefix: 'desks.standing.', source: 'SyncStanding, shared/sync/status.ts', members: SyncStanding.options },
  { prefix: 'desks.why.', source: 'SyncWhy, shared/sync/status.ts', members: SyncWhy.options },
  { prefix: 'desks.trouble.', source: 'SyncTrouble, shared/sync/state.ts', members: SyncTrouble.options },
  { prefix: 'desks.reason.', source: 'RetireReason, shared/desk/model.ts', members: RetireReason.options },
  { prefix: 'line.ground.', source: 'TakeGround, shared/line/model.ts', members: TakeGround.options },
  { prefix: 'parcel.why.', source: 'SyncTrouble, shared/sync/state.ts', members: SyncTrouble.options },
]
