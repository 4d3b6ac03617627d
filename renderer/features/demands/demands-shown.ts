import { type PlainDate, plainDate, Quarter, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { quarterOf } from '../today/quarters.ts'

/** What of the register is shown: what is open, some of that, what was demanded in a quarter, or all there ever was. */
export type DemandsShown = 'open' | 'overdue' | 'soon' | 'all' | Quarter

/** Quarters that are offered, this one first: two years. */
const OFFERED = 8

/** What of the register may be shown on a day, in the order it is offered. */
export function shownOffered(today: PlainDate): DemandsShown[] {
  const quarters: Quarter[] = []
  for (let quarter = quarterOf(today); quarters.length < OFFERED; quarter = quarterBefore(quarter))
    quarters.push(quarter)
  return ['open', 'overdue', 'soon', ...quarters, 'all']
}

/** What an address asks for; anything unknown is the open ones. */
export function shownOf(text: string | undefined): DemandsShown {
  if (text === 'overdue' || text === 'soon' || text === 'all') return text
  return Quarter.safeParse(text).data ?? 'open'
}

/** The days demands are looked for in, beside those that are open: none but these were entered before a choice of theirs. */
export function daysShown(shown: DemandsShown, today: PlainDate): { from: PlainDate; to: PlainDate } {
  if (shown === 'all') return { from: plainDate(2000, 1, 1), to: today }
  return rangeOfQuarter(Quarter.safeParse(shown).data ?? quarterOf(today))
}

function quarterBefore(quarter: Quarter): Quarter {
  const [year = '', part = ''] = quarter.split('-Q')
  return part === '1' ? Quarter.parse(`${Number(year) - 1}-Q4`) : Quarter.parse(`${year}-Q${Number(part) - 1}`)
}
