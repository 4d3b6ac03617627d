import { numberText } from '#shared/application/number.ts'
import type { ChangedDay } from '#shared/regulation/moved-terms.ts'
import { TERM_KEYS } from '#shared/regulation/term-keys.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { MovedLine } from './use-moved-terms.ts'

/** A line of moved terms in words. */
export interface MovedTexts {
  readonly number: string
  readonly name: string
  readonly term: string
  readonly before: string
  readonly after: string
  readonly why: string
}

const DAYS_OFF = {
  booked_day_off: 'calendar.moved.booked',
  extended_day_off: 'calendar.moved.extended',
  correction_day_off: 'calendar.moved.correction',
} as const

/** What a line of moved terms says. */
export function movedTexts({ moved, row }: MovedLine, words: Words): MovedTexts {
  const { t, dates } = words
  const who = {
    number: row.number === null ? '' : numberText(row.number),
    name: applicantName(row) || row.organisation,
    why: moved.why.map(day => whyText(day, words)).join('; '),
  }
  if (moved.kind !== 'term') {
    const isBooked = moved.kind === 'booked_day_off'
    return {
      ...who,
      term: t(DAYS_OFF[moved.kind]),
      before: screenDate(moved.on, dates),
      after: t(isBooked ? 'calendar.moved.rebook' : 'calendar.moved.look'),
    }
  }
  const { before, after } = moved
  const texts = { before: screenDate(before.by, dates), after: screenDate(after.by, dates) }
  return { ...who, term: t(TERM_KEYS[after.term]), ...texts }
}

function whyText({ date, day, name }: ChangedDay, { t, dates, pick }: Words): string {
  const said = screenDate(date, dates)
  if (day.working) return t('calendar.moved.why.works', { day: said })
  if (name === null || day.key === '') return t('calendar.moved.why.off_plain', { day: said })
  return t('calendar.moved.why.off', { day: said, name: pick(name) })
}
