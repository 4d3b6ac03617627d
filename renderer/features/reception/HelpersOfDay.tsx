import type { EntityId } from '#shared/change/action.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HELPER_KINDS } from '../directories/directory-words.ts'
import { useHelpersOfDay } from './use-helpers-of-day.ts'

interface Shown {
  readonly day: PlainDate
  /** How many visitors were sent to each, where the day is on. */
  readonly sent?: ReadonlyMap<EntityId, number>
}

/** Who helps visitors on the day (clause 16, KZ-2026 rule 28); nothing where nobody does. */
export function HelpersOfDay({ day, sent }: Shown) {
  const { t, language } = useWords()
  const helpers = useHelpersOfDay(day)
  if (helpers.length === 0) return null
  return (
    <ul className="helpers-of-day" aria-label={t('reception.helpers')}>
      {helpers.map(one => (
        <li key={one.id}>
          <span className="mute">{t(HELPER_KINDS[one.kind])}:</span> {officialName(one, language)} {one.phone}
          {sent?.has(one.id) ? (
            <span className="mute"> ({t('reception.sent', { count: sent.get(one.id) ?? 0 })})</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
