import { useMemo, useState } from 'react'
import type { AppError } from '#shared/result/result.ts'
import { findingsOf, type ScheduleFinding } from '#shared/schedule/findings.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { agreeTo, leaveOut, moveByHand, putReception } from './month-draft.ts'
import { knownOf } from './month-facts.ts'
import type { Asked, MonthViewActs } from './month-view.ts'
import type { PlannedMonth } from './use-planned-month.ts'

interface MonthActing {
  readonly asked: Asked | null
  /** What was done last, for who hears the screen. */
  readonly said: string
  readonly fault: AppError | null
  readonly findings: readonly ScheduleFinding[]
  readonly acts: MonthViewActs
  readonly leaveOut: (reception: Reception) => void
  readonly keep: (reception: Reception) => void
}

/** What a person does with the receptions of a month; each act is told, and what is found about the month with it. */
export function useMonthActs({ officials, work, facts, plan }: PlannedMonth): MonthActing {
  const { t, dates, language, errorText } = useWords()
  const calendar = useWorkCalendar()
  const { draft, change } = work
  const [asked, ask] = useState<Asked | null>(null)
  const [said, say] = useState('')
  const [fault, setFault] = useState<AppError | null>(null)
  const findings = useMemo(
    () => findingsOf(draft.schedule, officials, calendar, knownOf(plan)),
    [draft.schedule, officials, calendar, plan],
  )
  const told = (reception: Reception, day: PlainDate) => {
    const official = officials.find(one => one.id === reception.officialId)
    const name = official === undefined ? '' : officialName(official, language)
    const date = `${screenDate(day, dates)}, ${weekdayName(day, dates)}`
    const booked = facts.bookedOn(reception)
    return { name, date, booked: booked === 0 ? '' : ` ${t('schedule.said.booked', { count: booked })}` }
  }
  const move = (id: string, day: PlainDate) => {
    const before = draft.schedule.receptions.find(one => one.id === id)
    if (before === undefined || before.date === day) return
    const moved = moveByHand(draft, id, day, calendar)
    setFault(moved.ok ? null : moved.error)
    if (!moved.ok) return say(errorText(moved.error))
    const { booked, ...params } = told(before, day)
    change(moved.value)
    say(`${t('schedule.said.moved', params)}${booked}`)
  }
  const done = (reception: Reception, word: 'schedule.said.kept' | 'schedule.said.left_out') => {
    const { name, date } = told(reception, reception.date)
    ask(null)
    setFault(null)
    say(t(word, { name, date }))
  }
  return {
    asked,
    said,
    fault,
    findings,
    acts: { ask, move, say, agree: ids => change(agreeTo(draft, ids)) },
    leaveOut: reception => {
      change(leaveOut(draft, reception.id))
      done(reception, 'schedule.said.left_out')
    },
    keep: reception => {
      change(putReception(draft, reception, calendar))
      done(reception, 'schedule.said.kept')
    },
  }
}
