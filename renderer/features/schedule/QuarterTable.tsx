import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { daysAndMonth } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { dutyOf } from './duty.ts'
import { QuarterStatus } from './QuarterStatus.tsx'
import type { PlannedQuarter, QuarterMonth } from './use-planned-quarter.ts'

/** More days of an official in a month than this are counted, not listed. */
const MOST_LISTED = 6

/** Officials by the months of a quarter: on which days, how full; who is short of the monthly duty. */
export function QuarterTable({ planned }: { planned: PlannedQuarter }) {
  const { t, language, pick } = useWords()
  const { months, officials } = planned
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="table-box" tabIndex={0} aria-label={t('schedule.quarter.receptions')}>
      <table className="table quarter-table">
        <thead>
          <tr>
            <th scope="col">{t('schedule.form.official')}</th>
            {months.map(month => (
              <th key={month.month} scope="col">
                <QuarterStatus month={month} planned={planned} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {officials.map(official => (
            <tr key={official.id}>
              <th scope="row">
                {officialName(official, language)}
                <div className="mute">{pick(official.position)}</div>
              </th>
              {months.map(month => (
                <td key={month.month}>
                  <Cell official={official} month={month} planned={planned} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface Shown {
  readonly official: Official
  readonly month: QuarterMonth
  readonly planned: PlannedQuarter
}

function Cell({ official, month, planned }: Shown) {
  const { t, dates } = useWords()
  const today = useToday()
  const { officials, facts, plan } = planned
  const own = month.work.draft.schedule.receptions.filter(one => one.officialId === official.id)
  const duty = dutyOf(month.month, month.work.draft.schedule, officials, plan.profile, today).find(
    one => one.officialId === official.id,
  )
  const sum = (count: (one: Reception) => number) => own.reduce((so, one) => so + count(one), 0)
  const isShort = duty?.state === 'short' || duty?.state === 'broken'
  return (
    <>
      {own.length === 0 ? null : (
        <div>
          {own.length > MOST_LISTED
            ? t('schedule.day.receptions', { count: own.length })
            : daysAndMonth(
                own.map(one => one.date),
                dates,
              )}
        </div>
      )}
      {own.length === 0 ? null : (
        <div className="mute">
          {t('schedule.chip.of', { booked: sum(facts.bookedOn), places: sum(facts.placesOf) })}
        </div>
      )}
      {isShort ? <Badge tone={duty.state === 'broken' ? 'red' : 'amber'}>{t('schedule.duty.short')}</Badge> : null}
    </>
  )
}
