import { Button, Modal } from '@mantine/core'
import { dayKind, findCalendarDay } from '#shared/calendar/rules.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayNotes } from './DayNotes.tsx'
import { KIND_WORDS } from './kind-words.ts'
import { MovedState } from './MovedState.tsx'
import type { MonthView } from './month-view.ts'

/** A day of the month with all its receptions and what can be done with each. */
export function DayDialog({ day, view }: { day: PlainDate; view: MonthView }) {
  const { t, dates, pick } = useWords()
  const { draft, calendar, acts } = view
  const own = draft.schedule.receptions.filter(one => one.date === day)
  const row = findCalendarDay(day, calendar)
  return (
    <Modal
      opened
      size={760}
      onClose={() => acts.ask(null)}
      title={<b>{`${screenDate(day, dates)}, ${weekdayName(day, dates)}`}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        {dayKind(day, calendar).working ? null : (
          <Notice tone="amber">
            {row === null ? t('schedule.day.off') : `${t('schedule.day.off')}: ${pick(row.name)}`}
          </Notice>
        )}
        <DayNotes day={day} view={view} />
        {own.length === 0 ? <p className="mute">{t('schedule.day.none')}</p> : null}
        <ul className="rows day-rows">
          {own.map(one => (
            <Line key={one.id} reception={one} view={view} />
          ))}
        </ul>
        <div className="buttons">
          <Button data-autofocus onClick={() => acts.ask({ what: 'reception', id: null, day })}>
            {t('schedule.new')}
          </Button>
          <Button variant="default" onClick={() => acts.ask(null)}>
            {t('act.close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Line({ reception, view }: { reception: Reception; view: MonthView }) {
  const { t, language } = useWords()
  const { facts, officials, draft, acts } = view
  const { id, date, from, to, mode, room, link, kind } = reception
  const official = officials.find(one => one.id === reception.officialId)
  const name = official === undefined ? '' : officialName(official, language)
  return (
    <li>
      <span className="hours-cell">{`${from}\u2013${to}`}</span>
      <div className="grow">
        <b>{name}</b>
        <div className="mute">
          {mode === 'video' ? t('schedule.link_named', { link }) : t('schedule.room_named', { room })}{' '}
          {t('schedule.chip.of', { booked: facts.bookedOn(reception), places: facts.placesOf(reception) })}
        </div>
        <MovedState reception={reception} agreed={draft.agreed.includes(id)} onAgree={acts.agree} />
      </div>
      {kind === 'scheduled' ? null : <Badge tone="sky">{t(KIND_WORDS[kind])}</Badge>}
      {facts.whyNotHeld(reception) === null ? null : <Badge tone="red">{t('schedule.chip.lost')}</Badge>}
      <button
        type="button"
        className="link"
        aria-label={t('schedule.edit_of', { name })}
        onClick={() => acts.ask({ what: 'reception', id, day: date })}
      >
        {t('schedule.edit')}
      </button>
      <button
        type="button"
        className="link"
        aria-label={t('schedule.leave_out_of', { name })}
        onClick={() => acts.ask({ what: 'leave_out', id })}
      >
        {t('schedule.leave_out')}
      </button>
    </li>
  )
}
