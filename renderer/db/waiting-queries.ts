import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { startOfMark } from './rows.ts'

/** So many more are read than asked for: some leave the list before it has to be read again. */
const MORE = 256

/** The oldest with a mark, and how many there are. In the index of marks the days of one mark stand in their order. */
export async function answerWaiting(
  context: QueryContext,
  { mark, limit }: ParamsOf<'applications.waiting'>,
): Promise<AnswerOf<'applications.waiting'>> {
  const { lines, totals } = context
  const total = totals()
  const ids = lines.waiting.first(mark, limit)
  const found = ids === null ? await readWaiting(context, { mark, limit }) : await lines.linesOf(context, ids)
  return { rows: found.flatMap(line => line.row ?? []), total: (await total).marks[mark] ?? 0 }
}

async function readWaiting(context: QueryContext, { mark, limit }: ParamsOf<'applications.waiting'>) {
  const { lines, db } = context
  const { changes } = lines
  const most = limit + MORE
  const ids = await db.applications.where('marks').startsWith(startOfMark(mark)).limit(most).primaryKeys()
  const found = await lines.linesOf(context, ids)
  if (changes === lines.changes) lines.waiting.keep(mark, found, ids.length < most)
  return found.slice(0, limit)
}
