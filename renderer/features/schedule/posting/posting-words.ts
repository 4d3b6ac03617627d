import type { PostingPlace } from '#shared/schedule/model.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'

/** The names of places where a schedule is posted. */
export const PLACE_WORDS = {
  room: 'posting.place.room',
  site: 'posting.place.site',
  center: 'posting.place.center',
} as const satisfies Record<PostingPlace, LocaleKey>
