import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Alarm, alarmNow, type Told } from '#shared/compliance/alarms.ts'
import {
  countInstructionAlarms,
  INSTRUCTION_ALARMS,
  instructionsDue,
  isOfInstruction,
} from '#shared/compliance/alarms-of-instructions.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { settled } from '../../app/desk.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { addressOf } from '../../app/route.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { Notice } from '../../components/Notice.tsx'
import { deskNow } from '../../components/office-clock.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { dueThings } from './due-things.ts'

/** The lists are looked at so often: what falls due does so by days, and a look costs the desk little. */
const EVERY_MS = 5 * 60_000
/** As many open applications are looked at, the oldest first. */
const MOST = 1000

/** A calm line over every screen, in working time only: what has fallen due. It goes when it was read. */
export function DueAlarm() {
  const { t } = useWords()
  const [alarm, setAlarm] = useState<Alarm | null>(null)
  useLooks(setAlarm)
  if (alarm === null) return null
  const counts = countInstructionAlarms(alarm.keys)
  const told = INSTRUCTION_ALARMS.filter(why => counts[why] > 0)
  const applications = alarm.keys.filter(key => !isOfInstruction(key)).length
  const text = { while_off: 'alarm.while_off', now: 'alarm.now' } as const
  return (
    <Notice tone="sky">
      {applications === 0 ? null : (
        <>
          {t(text[alarm.kind], { count: applications })}{' '}
          <a className="link" href={addressOf('today')}>
            {t('alarm.open')}
          </a>{' '}
        </>
      )}
      {told.length === 0 ? null : (
        <>
          {told.map(why => t(`alarm.instructions.${why}`, { count: counts[why] })).join(' ')}{' '}
          <a className="link" href={addressOf('control', { part: 'instructions' })}>
            {t('alarm.open_control')}
          </a>{' '}
        </>
      )}
      <button type="button" className="link" onClick={() => setAlarm(null)}>
        {t('notice.seen')}
      </button>
    </Notice>
  )
}

/** Looks once all records are in the lists, and then from time to time; the last look is kept with the settings of the desk. */
function useLooks(onAlarm: (alarm: Alarm) => void): void {
  const store = useStore()
  const office = useOffice()
  const calendar = useWorkCalendar()
  const isReady = useIsWhole() && office != null
  const told = useRef<Told | null>(null)
  const look = useEffectEvent(async () => {
    if (!office) return
    const now = { on: officeDate(deskNow()), at: officeTime(deskNow()) }
    const settings = await settled(window.desk.settingsGet({}))
    if (!settings.ok) return
    const before = told.current ?? { last: settings.value.looked, keys: null }
    const { rows } = await store.query('applications.waiting', { mark: 'open', limit: MOST })
    const controlled = await store.query('instructions.controlled', {})
    const things = [
      ...dueThings(rows, profileOn(office, now.on), calendar, now.on),
      ...instructionsDue(
        controlled.map(({ state }) => state),
        calendar,
        now.on,
      ),
    ]
    const next = alarmNow(things, before, now, { hours: office.hours, calendar })
    if (next.told === before) return
    told.current = next.told
    if (next.alarm !== null) onAlarm(next.alarm)
    // Days count: what falls due does so at midnight.
    if (before.last?.on !== now.on) await settled(window.desk.settingsSet({ ...settings.value, looked: now }))
  })
  useEffect(() => {
    if (!isReady) return
    void look()
    const timer = setInterval(() => void look(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isReady])
}
