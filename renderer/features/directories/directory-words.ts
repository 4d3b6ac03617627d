import type { EntryStanding } from '#shared/directory/model.ts'
import type { OfficialCategory } from '#shared/official/model.ts'
import type { PostStanding } from '#shared/official/post.ts'
import type { HelperKind } from '#shared/reception-helper/model.ts'
import type { Tone } from '../../components/Badge.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'

/** The lists of the screen, in their order: what the office edits, and the officials. */
export const LISTS = [
  'topic',
  'district',
  'unit',
  'body',
  'room',
  'video_link',
  'category',
  'channel',
  'phrase_said',
  'phrase_decision',
  'phrase_action',
  'officials',
  'helpers',
  'calendar',
] as const
export type ListId = (typeof LISTS)[number]

export const LIST_NAMES = {
  topic: 'directories.topic',
  district: 'directories.district',
  unit: 'directories.unit',
  body: 'directories.body',
  room: 'directories.room',
  video_link: 'directories.video_link',
  category: 'directories.category',
  channel: 'directories.channel',
  phrase_said: 'directories.phrase_said',
  phrase_decision: 'directories.phrase_decision',
  phrase_action: 'directories.phrase_action',
  officials: 'directories.officials',
  helpers: 'directories.helpers',
  calendar: 'directories.calendar',
} as const satisfies Record<ListId, LocaleKey>

/** Whether a list holds phrases of protocols: each is of a topic, or of every one. */
export function isPhrases(list: ListId): boolean {
  return list.startsWith('phrase_')
}

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

export const POST_STANDINGS = {
  in_office: { text: 'directories.official.in_office', tone: 'green' },
  not_yet: { text: 'directories.official.not_yet', tone: 'sky' },
  left: { text: 'directories.official.left', tone: 'plain' },
} as const satisfies Record<PostStanding, { text: LocaleKey; tone: Tone }>

export const HELPER_KINDS = {
  lawyer: 'directories.helper.kind.lawyer',
  psychologist: 'directories.helper.kind.psychologist',
  social_worker: 'directories.helper.kind.social_worker',
  volunteer: 'directories.helper.kind.volunteer',
  interpreter: 'directories.helper.kind.interpreter',
} as const satisfies Record<HelperKind, LocaleKey>
