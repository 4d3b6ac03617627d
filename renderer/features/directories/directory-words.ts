import type { EntryStanding } from '#shared/directory/model.ts'
import type { OfficialCategory } from '#shared/official/model.ts'
import type { Tone } from '../../components/Badge.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'

/** The lists of the screen, in their order: what the office edits, and the officials. */
export const LISTS = ['topic', 'district', 'unit', 'body', 'category', 'channel', 'officials', 'calendar'] as const
export type ListId = (typeof LISTS)[number]

export const LIST_NAMES = {
  topic: 'directories.topic',
  district: 'directories.district',
  unit: 'directories.unit',
  body: 'directories.body',
  category: 'directories.category',
  channel: 'directories.channel',
  officials: 'directories.officials',
  calendar: 'directories.calendar',
} as const satisfies Record<ListId, LocaleKey>

export const STANDINGS = {
  offered: { text: 'directories.state.offered', tone: 'green' },
  not_yet: { text: 'directories.state.not_yet', tone: 'sky' },
  ended: { text: 'directories.state.ended', tone: 'plain' },
} as const satisfies Record<EntryStanding, { text: LocaleKey; tone: Tone }>

export const CATEGORY_NAMES = {
  akim: 'directories.official.category.akim',
  deputy_akim: 'directories.official.category.deputy_akim',
  head_of_apparatus: 'directories.official.category.head_of_apparatus',
  deputy_head_of_apparatus: 'directories.official.category.deputy_head_of_apparatus',
  unit_head: 'directories.official.category.unit_head',
  authorized_staff: 'directories.official.category.authorized_staff',
} as const satisfies Record<OfficialCategory, LocaleKey>
