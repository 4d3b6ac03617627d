import type { ProfileId } from '#shared/office/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** The act of each profile, its status and its short name for the status line. */
export const PROFILE_WORDS = {
  'WKO-2020/2023': {
    name: 'profile.wko.name',
    status: 'profile.wko.status',
    short: 'profile.wko.short',
    source: 'profile.wko.source',
  },
  'KZ-2026': {
    name: 'profile.kz.name',
    status: 'profile.kz.status',
    short: 'profile.kz.short',
    source: 'profile.kz.source',
  },
} as const satisfies Record<ProfileId, Record<'name' | 'status' | 'short' | 'source', LocaleKey>>
