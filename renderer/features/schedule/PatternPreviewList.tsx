import type { Official } from '#shared/official/model.ts'
import { dayAndMonth, daysAndMonth } from '#shared/time/official-date.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { OfficialPreview } from './pattern-previews.ts'

interface Shown {
  readonly previews: readonly OfficialPreview[]
  readonly officials: readonly Official[]
}

/** The days a pattern would take, by official and month; days that fall out stand with it. */
export function PatternPreviewList({ previews, officials }: Shown) {
  const { t, dates, language } = useWords()
  const made = previews.filter(({ preview }) => preview.receptions.length > 0)
  if (made.length === 0) return <p className="mute">{t('schedule.pattern.nothing')}</p>
  return (
    <ul className="rows tall" aria-label={t('schedule.pattern.preview')}>
      {made.map(({ officialId, preview: { month, receptions, skipped } }) => {
        const official = officials.find(one => one.id === officialId)
        const days = receptions.map(one => one.date)
        return (
          <li key={`${officialId} ${month}`}>
            <div className="grow">
              <b>{official === undefined ? '' : officialName(official, language)}</b>
              <div>{`${daysAndMonth(days, dates)}, ${receptions[0]?.from}\u2013${receptions[0]?.to}`}</div>
              {receptions.flatMap(one =>
                one.moved === null ? (
                  []
                ) : (
                  <div key={one.id} className="mute">
                    {t('schedule.pattern.moved', {
                      from: dayAndMonth(one.moved.from, dates, 'from'),
                      to: dayAndMonth(one.date, dates, 'to'),
                    })}
                  </div>
                ),
              )}
              {skipped.length === 0 ? null : (
                <div className="mute">
                  {t('schedule.pattern.skipped', {
                    days: daysAndMonth(
                      skipped.map(({ day }) => day.date),
                      dates,
                    ),
                  })}
                </div>
              )}
            </div>
            <span>{receptions.length}</span>
          </li>
        )
      })}
    </ul>
  )
}
