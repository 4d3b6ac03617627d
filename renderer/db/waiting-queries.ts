import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { startOfMark } from './rows.ts'

/** The oldest with a mark, and how many there are. In the index of marks the days of one mark stand in their order. */
export async function answerWaiting(
  context: QueryContext,
  { mark, limit }: ParamsOf<'applications.waiting'>,
): Promise<AnswerOf<'applications.waiting'>> {
  const waiting = context.db.applications.where('marks').startsWith(startOfMark(mark))
  const [ids, { marks }] = await Promise.all([waiting.limit(limit).primaryKeys(), context.totals()])
  const lines = await context.lines.linesOf(context, ids)
  return { rows: lines.flatMap(line => line.row ?? []), total: marks[mark] ?? 0 }
}
