import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
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
  const daysOf = (list: readonly Reception[]) =>
    daysAndMonth(
      list.map(one => one.date),
      dates,
    )
  const made = previews.filter(({ preview }) => preview.receptions.length + preview.leftOut.length > 0)
  if (made.length === 0) return <p className="mute">{t('schedule.pattern.nothing')}</p>
  return (
    <ul className="rows tall" aria-label={t('schedule.pattern.preview')}>
      {made.map(({ officialId, preview: { month, receptions, skipped, leftOut } }) => {
        const official = officials.find(one => one.id === officialId)
        const days = receptions.map(one => one.date)
        const first = receptions[0] ?? leftOut[0]
        const videos = receptions.filter(one => one.mode === 'video')
        return (
          <li key={`${officialId} ${month}`}>
            <div className="grow">
              <b>{official === undefined ? '' : officialName(official, language)}</b>
              {days.length === 0 ? null : <div>{`${daysAndMonth(days, dates)}, ${first?.from}\u2013${first?.to}`}</div>}
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
              {videos.length === 0 ? null : (
                <div className="mute">{t('schedule.pattern.by_video', { days: daysOf(videos) })}</div>
              )}
              {leftOut.length === 0 ? null : (
                <div className="mute">{t('schedule.pattern.left_out', { days: daysOf(leftOut) })}</div>
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
