import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LineWait } from './LineWait.tsx'
import { ALL, ANYONE, callOf, lineOf, waitingByLine } from './line.ts'
import { CALL_KEY } from './reception-keys.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { ticketOf } from './use-visit-work.ts'
import { REASON_WORDS } from './visit-words.ts'

interface Shown {
  readonly day: ReceptionDay
  readonly busy: boolean
  readonly room: RefObject<HTMLInputElement | null>
  readonly onCallNext: () => void
}

/** Which line is looked at, who is next in it and why, and the call. */
export function LineHead({ day, busy, room, onCallNext }: Shown) {
  const { t } = useWords()
  const { next } = day
  const waits = waitingByLine(day.visits).has(day.line)
  return (
    <div className="line-head">
      <ChooseLine day={day} />
      {next === null ? null : (
        <TextInput
          ref={room}
          className="room-input"
          aria-label={t('reception.room')}
          placeholder={t('reception.room')}
          maxLength={40}
          key={lineOf(next)}
          defaultValue={day.roomFor(next)}
          onChange={event => day.setRoom(lineOf(next), event.currentTarget.value)}
        />
      )}
      <Button loading={busy} disabled={next === null} aria-keyshortcuts={CALL_KEY} onClick={onCallNext}>
        {t('visit.act.call_next')} <kbd className="on-button">{CALL_KEY}</kbd>
      </Button>
      <p className="next">
        {next === null ? (
          <span className="mute">{t(waits ? 'reception.all_taken' : 'reception.nobody_waits')}</span>
        ) : (
          <>
            <span className="mute">{t('reception.next')}</span> <b className="ticket">{ticketOf(next)}</b>
            <span>{t(REASON_WORDS[callOf(day.visits, next, day.rule, '').reason])}</span>
          </>
        )}
      </p>
      <p className="next">
        <span className="mute">{t('reception.newcomer')}</span>{' '}
        <LineWait wait={day.newcomer} promise={day.rule.promise} />
      </p>
    </div>
  )
}

function ChooseLine({ day }: { day: ReceptionDay }) {
  const { t, language } = useWords()
  const counts = waitingByLine(day.visits)
  const came = new Set(day.visits.map(lineOf))
  const named = (label: string, line: string) => ({
    value: line,
    label: t('reception.line_option', { name: label, count: counts.get(line) ?? 0 }),
  })
  const roomed = (name: string, room: string) => (room === '' ? name : `${name}, ${t('today.room', { room })}`)
  const options = [
    named(t('reception.all'), ALL),
    named(t('reception.anyone'), ANYONE),
    ...day.officials
      .filter(({ id }) => came.has(id) || id === day.line)
      .map(one => named(roomed(officialName(one, language), one.room), one.id)),
  ]
  return (
    <NativeSelect
      aria-label={t('reception.whose_line')}
      className="line-select"
      data={options}
      value={day.line}
      onChange={event => day.setLine(event.currentTarget.value)}
    />
  )
}
