import { useMemo } from 'react'
import { helpersOn, receptionDays } from '#shared/reception-helper/days.ts'
import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HELPER_KINDS } from '../directories/directory-words.ts'

const NOTHING = {}

/** Who helps visitors on the day (clause 16, KZ-2026 rule 28); nothing where nobody does. */
export function HelpersOfDay({ day }: { day: PlainDate }) {
  const { t, language } = useWords()
  const states = useRows('helpers.all', NOTHING)
  const month = PlainMonth.parse(day.slice(0, 7))
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => ({ from: month, to: month }), [month]),
  )
  if (states === undefined || schedules === undefined) return null
  const known = states.flatMap(({ id, helper }) => (helper === null ? [] : [{ ...helper, id }]))
  const here = helpersOn(day, known, receptionDays(schedules))
  if (here.length === 0) return null
  return (
    <ul className="helpers-of-day" aria-label={t('reception.helpers')}>
      {here.map(one => (
        <li key={one.id}>
          <span className="mute">{t(HELPER_KINDS[one.kind])}:</span> {officialName(one, language)} {one.phone}
        </li>
      ))}
    </ul>
  )
}
