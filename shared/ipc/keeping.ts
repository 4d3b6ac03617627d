import { ACCESS_CHANNELS } from './access.ts'
import { BACKUP_CHANNELS } from './backup.ts'

/** What keeps the desk itself: who enters, copies of its data. Part of `CHANNELS`. */
export const KEEPING_CHANNELS = { ...ACCESS_CHANNELS, ...BACKUP_CHANNELS } as const
