import type { WorkCalendar } from '../calendar/model.ts'
import { dayKind } from '../calendar/rules.ts'
import type { Bilingual } from '../official/model.ts'
import { type DateWords, daysAndMonth, weekdayName } from '../time/official-date.ts'
import { type PlainDate, type PlainMonth, type PlainTime, weekdayOf } from '../time/plain-date.ts'
import type { Move, Reception } from './model.ts'
import { daysOf } from './reception-days.ts'

/** Days of one official that share weekday, hours and room, or all working days of the month. */
export interface SheetSlot {
  /** `days` lists dates; `working_days` is every working day of the month less those in `except`. */
  readonly kind: 'days' | 'working_days'
  /** kk "16 қазан", ru "16 октября"; empty for `working_days`. */
  readonly days: Bilingual
  readonly weekday: Bilingual
  /** For `working_days`, the days without a reception: kk "5, 6 қазаннан", ru "5, 6 октября"; else empty. */
  readonly except: Bilingual
  readonly hours: string
  readonly room: string
  /** By videoconference; the name of the link is not public. */
  readonly video: boolean
  /** Number of the note that explains a move, or null. */
  readonly note: number | null
}

/** Words of dates in both languages. */
export type BilingualDateWords = Readonly<Record<keyof Bilingual, DateWords>>

/** Up to so many days left out, a daily reception is told as "every working day but ...". */
const MOST_EXCEPTIONS = 5
const EMPTY: Bilingual = { kk: '', ru: '' }

/** A span of hours as it prints: "9:00–13:00". */
export function hoursText(from: PlainTime, to: PlainTime): string {
  return `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`
}

/** The receptions of one official gathered for the sheet, by first date. `noteOf` gives the note's number for a move. */
export function slotsOf(
  receptions: readonly Reception[],
  month: PlainMonth,
  calendar: WorkCalendar,
  words: BilingualDateWords,
  noteOf: (date: PlainDate, moved: Move) => number,
): SheetSlot[] {
  const daily = findDailySlot(receptions, month, calendar, words)
  if (daily) return [daily]
  return groupsOf(receptions).map(group => {
    const [first] = group
    const dates = group.map(reception => reception.date)
    return {
      kind: 'days',
      days: { kk: daysAndMonth(dates, words.kk), ru: daysAndMonth(dates, words.ru) },
      weekday: { kk: weekdayName(first.date, words.kk), ru: weekdayName(first.date, words.ru) },
      except: EMPTY,
      hours: hoursText(first.from, first.to),
      room: first.room,
      video: first.mode === 'video',
      note: first.moved === null ? null : noteOf(first.date, first.moved),
    }
  })
}

type Group = [Reception, ...Reception[]]

/** Same weekday, hours, room and mode stand in one line; a moved reception always has its own, with its note. */
function groupsOf(receptions: readonly Reception[]): Group[] {
  const groups = new Map<string, Group>()
  for (const reception of [...receptions].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const { date, from, to, room, mode, moved } = reception
    const key = [weekdayOf(date), from, to, room, mode, moved === null ? '' : date].join('\u0000')
    const group = groups.get(key)
    if (group) group.push(reception)
    else groups.set(key, [reception])
  }
  return [...groups.values()]
}

function findDailySlot(
  receptions: readonly Reception[],
  month: PlainMonth,
  calendar: WorkCalendar,
  words: BilingualDateWords,
): SheetSlot | null {
  const [first] = receptions
  if (!first) return null
  const alike = receptions.every(
    one => one.from === first.from && one.to === first.to && one.room === first.room && one.mode === first.mode,
  )
  const dates = new Set(receptions.map(reception => reception.date))
  const working = daysOf(month).filter(day => dayKind(day, calendar).working)
  const left = working.filter(day => !dates.has(day))
  const onWorkingDaysOnly = dates.size === receptions.length && working.length - left.length === dates.size
  const unmoved = receptions.every(reception => reception.moved === null)
  if (!alike || !unmoved || !onWorkingDaysOnly || left.length > MOST_EXCEPTIONS || dates.size <= left.length)
    return null
  return {
    kind: 'working_days',
    days: EMPTY,
    weekday: EMPTY,
    except: { kk: daysAndMonth(left, words.kk, 'from'), ru: daysAndMonth(left, words.ru, 'from') },
    hours: hoursText(first.from, first.to),
    room: first.room,
    video: first.mode === 'video',
    note: null,
  }
}
