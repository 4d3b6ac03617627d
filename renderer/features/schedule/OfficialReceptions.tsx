import { Button } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { findCalendarDay } from '#shared/calendar/rules.ts'
import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { dayAndMonth, screenDate, weekdayName } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { MonthDraft } from './month-draft.ts'

/** More receptions than this are shown as one line until asked for. */
const SHOWN_AT_ONCE = 6

export interface Acts {
  readonly onAgree: (ids: readonly string[]) => void
  readonly onMove: (id: string, date: PlainDate) => void
  readonly onLeaveOut: (id: string) => void
}

interface Shown extends Acts {
  readonly official: Official
  readonly draft: MonthDraft
}

/** The receptions of one official in the month. */
export function OfficialReceptions({ official, draft, ...acts }: Shown) {
  const { t, language, pick } = useWords()
  const [open, setOpen] = useState(false)
  const own = draft.schedule.receptions.filter(one => one.officialId === official.id)
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
        own.map(one => <Line key={one.id} reception={one} agreed={draft.agreed.includes(one.id)} {...acts} />)
      )}
    </tbody>
  )
}

function Line({ reception, agreed, ...acts }: Acts & { reception: Reception; agreed: boolean }) {
  const { t, dates } = useWords()
  const { id, date, from, to, room } = reception
  const range = rangeOfMonth(PlainMonth.parse(date.slice(0, 7)))
  return (
    <tr>
      <td>
        <DateInput
          className="date-input"
          aria-label={t('schedule.date_of', { date: screenDate(date, dates) })}
          value={date}
          minDate={range.from}
          maxDate={range.to}
          onChange={typed => {
            const parsed = PlainDate.safeParse(typed)
            if (parsed.success && parsed.data !== date) acts.onMove(id, parsed.data)
          }}
        />
      </td>
      <td>{weekdayName(date, dates)}</td>
      <td className="hours-cell">{`${from}\u2013${to}`}</td>
      <td>{room}</td>
      <td>
        <div className="schedule-act">
          <MovedState reception={reception} agreed={agreed} onAgree={acts.onAgree} />
          <button type="button" className="link" onClick={() => acts.onLeaveOut(id)}>
            {t('schedule.leave_out')}
          </button>
        </div>
      </td>
    </tr>
  )
}

function MovedState({
  reception,
  agreed,
  onAgree,
}: {
  reception: Reception
  agreed: boolean
  onAgree: Acts['onAgree']
}) {
  const { t, dates, pick } = useWords()
  const calendar = useWorkCalendar()
  const { moved, id, date } = reception
  if (moved === null) return null
  const row = findCalendarDay(moved.from, calendar)
  const reason = row === null ? '' : pick(row.name)
  return (
    <div className="moved">
      <span>
        {t(`schedule.move.${moved.code}`, {
          from: dayAndMonth(moved.from, dates, 'from'),
          to: dayAndMonth(date, dates, 'to'),
          reason,
        })}
      </span>
      {agreed ? (
        <Badge tone="green">{t('schedule.agreed')}</Badge>
      ) : (
        <>
          <Badge tone="amber">{t('schedule.proposed')}</Badge>
          <Button size="compact-sm" className="tall-button" onClick={() => onAgree([id])}>
            {t('schedule.agree')}
          </Button>
        </>
      )}
    </div>
  )
}
