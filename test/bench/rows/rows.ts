import type { Row } from '../row.ts'
import * as act from './act.ts'
import * as exchange from './exchange.ts'
import * as imports from './import.ts'
import * as installed from './installed.ts'
import * as lists from './lists.ts'
import * as massDay from './mass-day.ts'
import * as memory from './memory.ts'
import * as month from './month.ts'
import * as rebuild from './rebuild.ts'
import * as report from './report.ts'
import * as search from './search.ts'
import * as sheets from './sheets.ts'
import * as start from './start.ts'
import * as whatIf from './what-if.ts'

/** All rows in the order they are measured: those that only read before those that write, and those with a desk of their own last. */
export const ROWS: readonly Row[] = [
  search.byName,
  search.byNumber,
  search.card,
  lists.byDay,
  lists.byNameOrder,
  lists.narrowed,
  lists.ofJournal,
  report.quarterly,
  report.longTasks,
  act.registered,
  act.shown,
  act.called,
  act.tenScreens,
  massDay.acknowledged,
  massDay.shown,
  sheets.schedule,
  sheets.talon,
  sheets.letter,
  imports.imported,
  imports.longTasks,
  whatIf.whatIf,
  start.start,
  rebuild.rebuild,
  rebuild.longTasks,
  memory.ofPage,
  memory.ofWorker,
  month.page,
  month.worker,
  month.main,
  exchange.taken,
  exchange.shown,
  exchange.longTasks,
  exchange.sent,
  installed.size,
  installed.firstPaint,
]

/** The rows of these names; all where none is given. Throws where a name is none of them. */
export function rowsNamed(names: readonly string[] | null): readonly Row[] {
  const unknown = names?.find(name => ROWS.every(row => row.name !== name))
  if (unknown !== undefined)
    throw new Error(`${unknown} is no row; rows are ${[...new Set(ROWS.map(row => row.name))]}`)
  return ROWS.filter(row => names === null || names.includes(row.name))
}
