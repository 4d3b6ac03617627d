import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Reception } from '#shared/schedule/model.ts'
import { PlainDate, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { MonthView } from './month-view.ts'
import { dayAfterKey, workingDayAfterKey } from './month-weeks.ts'

/**
 * Keys of the calendar: arrows lead from day to day, with Ctrl they take the reception along to a working day; Enter opens,
 * N makes a reception, Delete asks to leave one out. What is meant is the reception with the focus, else the only one shown in the day.
 */
export function useGridKeys(box: RefObject<HTMLElement | null>, view: MonthView, daily: ReadonlySet<string>) {
  const { t } = useWords()
  const { month, draft, calendar, acts } = view
  const today = useToday()
  const [kept, setKept] = useState<PlainDate | null>(null)
  const wanted = useRef<{ day: PlainDate; id: string | null } | null>(null)
  const first = today.startsWith(month) ? today : rangeOfMonth(month).from
  const current = kept?.startsWith(month) ? kept : first
  // A reception that was moved is drawn in its new day first.
  useEffect(() => {
    if (wanted.current === null) return
    const { day, id } = wanted.current
    const cell = box.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
    const chip = id === null ? null : cell?.querySelector<HTMLElement>(`[data-reception="${id}"]`)
    const target = chip ?? cell
    if (!target) return
    wanted.current = null
    target.focus()
    target.scrollIntoView({ block: 'nearest' })
  })
  const goTo = (day: PlainDate, id: string | null) => {
    wanted.current = { day, id }
    setKept(day)
  }
  const step = (key: string, one: Reception) => {
    const day = workingDayAfterKey(key, one.date, month, calendar)
    if (day === null) return acts.say(t('schedule.said.no_day'))
    acts.move(one.id, day)
    goTo(day, one.id)
  }
  const withOne = (event: KeyboardEvent, does: (one: Reception) => void) => {
    const one = meant(event.target, draft.schedule.receptions, current, daily)
    if (one === null) acts.say(t('schedule.said.choose'))
    else does(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return
    const isDay = event.target instanceof HTMLElement && event.target.dataset.day !== undefined
    const isArrow = event.key.startsWith('Arrow')
    const next = dayAfterKey(event.key, current, month)
    if (event.ctrlKey && isArrow) withOne(event, one => step(event.key, one))
    else if (event.ctrlKey) return
    else if (next !== null) goTo(next, null)
    else if (isDay && (event.key === 'Enter' || event.key === ' ')) acts.ask({ what: 'day', day: current })
    else if (event.code === 'KeyN') acts.ask({ what: 'reception', id: null, day: current })
    else if (event.key === 'Delete') withOne(event, one => acts.ask({ what: 'leave_out', id: one.id }))
    else return
    event.preventDefault()
  }
  const onFocus = (event: FocusEvent) => {
    const day = PlainDate.safeParse((event.target as HTMLElement).closest('[data-day]')?.getAttribute('data-day'))
    if (day.success) setKept(day.data)
  }
  return { current, onFocus, onKeyDown }
}

/** Who receives nearly every day is meant by the focus alone. */
function meant(
  target: EventTarget,
  receptions: readonly Reception[],
  day: PlainDate,
  daily: ReadonlySet<string>,
): Reception | null {
  const id = target instanceof HTMLElement ? (target.dataset.reception ?? null) : null
  if (id !== null) return receptions.find(one => one.id === id) ?? null
  const own = receptions.filter(one => one.date === day && !daily.has(one.officialId))
  return own.length === 1 ? (own[0] ?? null) : null
}
