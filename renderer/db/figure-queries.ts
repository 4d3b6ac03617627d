import { numberText } from '#shared/application/number.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { behindOf, type FigureRecord, type Within } from '#shared/report/behind.ts'
import { STOCK_DAY } from '#shared/report/contribution.ts'
import { type Figures, sumFigures } from '#shared/report/day-figures.ts'
import type { EventDrill } from '#shared/report/quarterly-model.ts'
import { type Quarter, rangeOfQuarter, toDayNumber } from '#shared/time/plain-date.ts'
import { openFigures } from './kept-figures.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import { INSTRUCTION_CONTROLLED, openRecords } from './rows.ts'

/** The figures by event of a quarter: its days summed. */
export async function answerFigures({ db, sealer }: QueryContext, { quarter }: { quarter: Quarter }): Promise<Figures> {
  const { from, to } = daysOf(quarter)
  const [rows, stock] = await Promise.all([
    db.figures.where('day').between(from, to, true, true).toArray(),
    db.figures.get(STOCK_DAY),
  ])
  const days = await Promise.all(rows.map(row => openFigures(sealer, row)))
  return sumFigures(days, stock === undefined ? {} : await openFigures(sealer, stock), quarter)
}

/** Whether what a fold moved is of the quarter, or of what goes on into it. */
export function movedFiguresOf({ figures }: Moved, { quarter }: { quarter: Quarter }): boolean {
  const { from, to } = daysOf(quarter)
  return figures.some(day => day === STOCK_DAY || (day >= from && day <= to))
}

/** The records behind a figure by event, in the order of their days: found by the days they count on. */
export async function answerRecords(
  context: QueryContext,
  { within, ...drill }: EventDrill & { readonly within?: Within },
): Promise<readonly FigureRecord[]> {
  return withNumbers(context, behindOf(await recordsOf(context, drill, within), drill, within))
}

/** More than a screen shows are not looked up. */
const MOST_NUMBERED = 500

/** What has no number of its own is told by that of its application. */
async function withNumbers(
  { db, sealer }: QueryContext,
  records: readonly FigureRecord[],
): Promise<readonly FigureRecord[]> {
  const isTold = ({ about, number }: FigureRecord, at: number) => at >= MOST_NUMBERED || number !== '' || about === null
  const ids = new Set(records.flatMap((one, at) => (isTold(one, at) || one.about === null ? [] : [one.about])))
  const rows = await db.applications.bulkGet([...ids])
  const numbers = new Map(
    (
      await openRecords(
        sealer,
        rows.filter(row => row !== undefined),
      )
    ).map(({ id, view }) => [
      id,
      view?.noun === 'application' && view.state.registered ? numberText(view.state.registered.number) : '',
    ]),
  )
  return records.map((one, at) =>
    isTold(one, at) || one.about === null ? one : { ...one, number: numbers.get(one.about) ?? '' },
  )
}

/** What stands on control at the end is still on it, or left it later: either way no year before is opened. */
async function recordsOf(
  { db, sealer }: QueryContext,
  { measure, quarter }: EventDrill,
  within: Within = daysOf(quarter),
): Promise<EntityRecord[]> {
  const { from, to } = within
  if (measure === 'instruction_controlled') {
    const [tag, later] = [await sealer.tag(INSTRUCTION_CONTROLLED), db.entities.where('days').above(to)]
    const rows = [...(await db.entities.where('tags').equals(tag).toArray()), ...(await later.toArray())]
    const distinct = new Map(rows.flatMap(row => (row.noun === 'instruction' ? [[row.id, row] as const] : [])))
    return openRecords(sealer, [...distinct.values()])
  }
  const tables = [db.applications, db.entities]
  const rows = await Promise.all(
    tables.map(async table => {
      const ids = await table.where('days').between(from, to, true, true).primaryKeys()
      return table.bulkGet([...new Set(ids)])
    }),
  )
  return openRecords(
    sealer,
    rows.flat().filter(row => row !== undefined),
  )
}

function daysOf(quarter: Quarter): { from: number; to: number } {
  const { from, to } = rangeOfQuarter(quarter)
  return { from: toDayNumber(from), to: toDayNumber(to) }
}
