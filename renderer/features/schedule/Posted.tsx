import type { PostingPlace } from '#shared/schedule/model.ts'
import type { Posted as Post } from '#shared/schedule/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

const PLACES = {
  room: 'schedule.posted.room',
  site: 'schedule.posted.site',
  center: 'schedule.posted.center',
} as const satisfies Record<PostingPlace, LocaleKey>

/** Where and when a version was posted. */
export function Posted({ posted }: { posted: readonly Post[] }) {
  const { t, dates } = useWords()
  return posted.map(one => (
    <div key={`${one.where} ${one.at}`} className="mute">
      {t(PLACES[one.where], { on: screenDate(one.on, dates) })}
    </div>
  ))
}
