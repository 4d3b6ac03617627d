import { Button } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { useMemo } from 'react'
import { inBuilding, openHelp } from '#shared/day/help.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { ticketText } from '#shared/visit/number.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Help } from './use-help.ts'

const NOTHING = {}

/** What every screen shows above all else while somebody waits for help, and between the two presses that call it. */
export function HelpBanner({ help }: { help: Help }) {
  const { t } = useWords()
  const called = useRows('help.called', NOTHING) ?? []
  const { error } = help.call
  if (!help.isAsked && error === null && called.length === 0) return null
  return (
    <div className="help">
      {error === null ? null : (
        <div className="help-failed">
          <p>{t('help.not_written')}</p>
          <ErrorNotice error={error} />
        </div>
      )}
      {called.map(day => (
        <Called key={day.id} day={day} help={help} />
      ))}
      {help.isAsked ? (
        <p className="help-asked" role="alert">
          <IconUrgent size={22} aria-hidden="true" /> {t('help.asked')}
        </p>
      ) : null}
    </div>
  )
}

/** Where, since when, who is in the building by numbers and rooms; help ends by a press. */
function Called({ day, help }: { day: EntityState<'day'>; help: Help }) {
  const { t } = useWords()
  const today = useToday()
  const visits = useRows(
    'visits.day',
    useMemo(() => ({ day: today }), [today]),
  )
  const called = openHelp(day)
  if (called === null) return null
  const here = inBuilding((visits ?? []).map(({ state }) => state))
  const others = [...new Set(here.flatMap(({ room }) => room ?? []))].filter(room => !called.rooms.includes(room))
  const where = called.rooms.map(room => t('today.room', { room })).join(', ')
  return (
    <section className="help-called" aria-label={t('help.title')}>
      <div role="alert">
        <IconUrgent size={30} aria-hidden="true" />
        <b>{t('help.title')}</b>
        <b>{where || t('help.room_unknown')}</b>
        <span>{t('help.since', { time: officeTime(Date.parse(called.since)) })}</span>
      </div>
      <p>
        {here.length === 0 ? t('help.nobody') : `${t('help.in_building', { number: here.length })}: `}
        {here.map(({ ticket, room }) => (
          <span key={ticketText(ticket)}>
            <b>{ticketText(ticket)}</b> {room === null ? t('help.no_room') : t('today.room', { room })}
          </span>
        ))}
      </p>
      <div className="help-acts">
        {others.map(room => (
          <button key={room} type="button" onClick={() => help.callTo(room)}>
            {t('help.there', { room })}
          </button>
        ))}
        <Button color="dark" onClick={() => help.end(day.id)}>
          {t('help.came')}
        </Button>
      </div>
    </section>
  )
}
