import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { officialName } from '../../components/official-name.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LineOwned } from './LineOwned.tsx'
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

/** Which line is looked at, who is next in it and why, and the call, or which other desk calls from it. */
export function LineHead(shown: Shown) {
  const { day } = shown
  const { t } = useWords()
  const owner = day.ownerOf(day.line)
  return (
    <div className="line-head">
      <ChooseLine day={day} />
      {owner === null ? <CallNext {...shown} /> : <LineOwned owner={owner} />}
      <p className="next">
        <span className="mute">{t('reception.newcomer')}</span>{' '}
        <LineWait wait={day.newcomer} promise={day.rule.promise} />
      </p>
    </div>
  )
}

function CallNext({ day, busy, room, onCallNext }: Shown) {
  const { t } = useWords()
  const { next } = day
  return (
    <>
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
          <span className="mute">{t(whyNobody(day))}</span>
        ) : (
          <>
            <span className="mute">{t('reception.next')}</span> <b className="ticket">{ticketOf(next)}</b>
            <span>{t(REASON_WORDS[callOf(day.visits, next, day.rule, '').reason])}</span>
          </>
        )}
      </p>
    </>
  )
}

/** Why nobody can be called now: nobody waits, other desks call all who do, or whoever receives them has somebody. */
function whyNobody({ line, visits, ownerOf }: ReceptionDay): LocaleKey {
  const counts = waitingByLine(visits)
  if (!counts.has(line)) return 'reception.nobody_waits'
  const lines = [...counts.keys()].filter(one => one !== ALL)
  return lines.every(one => ownerOf(one) !== null) ? 'line.all_of_others' : 'reception.all_taken'
}

function ChooseLine({ day }: { day: ReceptionDay }) {
  const { t, language } = useWords()
  const counts = waitingByLine(day.visits)
  const came = new Set(day.visits.map(lineOf))
  const named = (name: string, line: string) => {
    const label = t('reception.line_option', { name, count: counts.get(line) ?? 0 })
    const owner = day.ownerOf(line)
    return { value: line, label: owner === null ? label : t('line.option', { line: label, letter: owner.letter }) }
  }
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
