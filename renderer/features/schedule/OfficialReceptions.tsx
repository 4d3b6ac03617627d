import { useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { PlainDate, rangeOfMonth } from '#shared/time/plain-date.ts'
import { DateField } from '../../components/DateField.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KIND_WORDS } from './kind-words.ts'
import { MovedState } from './MovedState.tsx'
import type { MonthView } from './month-view.ts'

/** More receptions than this are shown as one line until asked for. */
const SHOWN_AT_ONCE = 6

/** The receptions of one official in the month. */
export function OfficialReceptions({ official, view }: { official: Official; view: MonthView }) {
  const { t, language, pick } = useWords()
  const [open, setOpen] = useState(false)
  const own = view.draft.schedule.receptions.filter(one => one.officialId === official.id)
  const folded = own.length > SHOWN_AT_ONCE && !open
  return (
    <tbody>
      <tr className="group">
        <th colSpan={5} scope="rowgroup">
          {officialName(official, language)} <span className="mute">{pick(official.position)}</span>
        </th>
      </tr>
      {own.length === 0 ? (
        <tr>
          <td colSpan={5} className="mute">
            {t('schedule.no_receptions')}
          </td>
        </tr>
      ) : null}
      {folded ? (
        <tr>
          <td colSpan={5}>
            {t('schedule.many', { count: own.length, from: own[0]?.from ?? '', to: own[0]?.to ?? '' })}{' '}
            <button type="button" className="link" onClick={() => setOpen(true)}>
              {t('schedule.show_all')}
            </button>
          </td>
        </tr>
      ) : (
        own.map(one => <Line key={one.id} reception={one} view={view} />)
      )}
    </tbody>
  )
}

function Line({ reception, view }: { reception: Reception; view: MonthView }) {
  const { t, dates } = useWords()
  const { acts, facts, draft } = view
  const { id, date, from, to, room, mode, link, kind } = reception
  const range = rangeOfMonth(view.month)
  return (
    <tr>
      <td>
        <DateField
          className="date-input"
          aria-label={t('schedule.date_of', { date: screenDate(date, dates) })}
          value={date}
          minDate={range.from}
          maxDate={range.to}
          onChange={typed => {
            const parsed = PlainDate.safeParse(typed)
            if (parsed.success && parsed.data !== date) acts.move(id, parsed.data)
          }}
        />
      </td>
      <td>{weekdayName(date, dates)}</td>
      <td className="hours-cell">
        {`${from}\u2013${to}`}{' '}
        <span className="mute">
          {t('schedule.chip.of', { booked: facts.bookedOn(reception), places: facts.placesOf(reception) })}
        </span>
      </td>
      <td>{mode === 'video' ? t('schedule.link_named', { link }) : room}</td>
      <td>
        <div className="schedule-act">
          {kind === 'scheduled' ? null : <span className="mute">{t(KIND_WORDS[kind])}</span>}
          <MovedState reception={reception} agreed={draft.agreed.includes(id)} onAgree={acts.agree} />
          <button type="button" className="link" onClick={() => acts.ask({ what: 'reception', id, day: date })}>
            {t('schedule.edit')}
          </button>
          <button type="button" className="link" onClick={() => acts.ask({ what: 'leave_out', id })}>
            {t('schedule.leave_out')}
          </button>
        </div>
      </td>
    </tr>
  )
}
