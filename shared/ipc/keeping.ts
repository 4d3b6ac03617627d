import { ACCESS_CHANNELS } from './access.ts'
import { BACKUP_CHANNELS } from './backup.ts'
import { DESKS_CHANNELS } from './desks.ts'
import { SYNC_CHANNELS } from './sync.ts'
import { UPDATE_CHANNELS } from './updates.ts'

/** What keeps the desk itself: who enters, copies of its data, its versions. Part of `CHANNELS`. */
export const KEEPING_CHANNELS = {
  ...ACCESS_CHANNELS,
  ...BACKUP_CHANNELS,
  ...UPDATE_CHANNELS,
  ...DESKS_CHANNELS,
  ...SYNC_CHANNELS,
} as const
