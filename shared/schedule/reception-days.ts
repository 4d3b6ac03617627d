import type { WorkCalendar } from '../calendar/model.ts'
import { dayKind } from '../calendar/rules.ts'
import type { ReceptionRule } from '../official/model.ts'
import { addDays, type PlainDate, type PlainMonth, rangeOfMonth, weekdayOf } from '../time/plain-date.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const ORDINALS = ['first', 'second', 'third', 'fourth']

/** All dates of a month. */
export function daysOf(month: PlainMonth): PlainDate[] {
  const { from, to } = rangeOfMonth(month)
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Whether the rule names one day of the month, which is moved when it does not work; days of other rules fall out. */
export function isMonthlyRule(rule: ReceptionRule): boolean {
  return rule !== 'daily' && !rule.startsWith('every_')
}

/**
 * Days the rule names, before the calendar is asked whether they work: the nth or last weekday, every such weekday, or
 * for `daily` Monday to Friday with the weekend days moved to work.
 */
export function ruleDays(rule: ReceptionRule, month: PlainMonth, calendar: WorkCalendar): PlainDate[] {
  const days = daysOf(month)
  if (rule === 'daily') return days.filter(day => weekdayOf(day) <= 5 || dayKind(day, calendar).working)
  const [which = '', weekday = ''] = rule.split('_')
  const matching = days.filter(day => weekdayOf(day) === WEEKDAYS.indexOf(weekday) + 1)
  if (which === 'every') return matching
  return matching.slice(...(which === 'last' ? [-1] : [ORDINALS.indexOf(which), ORDINALS.indexOf(which) + 1]))
}
