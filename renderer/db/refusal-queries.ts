import { findTagged } from './number-search.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { findState, REFUSED } from './rows.ts'

/** The texts of refusals that stand or wait for a second person, the newest first: no two cases may be refused word for word. */
export async function openRefusals(
  context: QueryContext,
  { limit }: ParamsOf<'applications.refusals'>,
): Promise<AnswerOf<'applications.refusals'>> {
  const records = (await findTagged(context, [REFUSED])).slice(0, limit)
  return records.flatMap(record => {
    const said = findState('application', record)?.registered?.refusal?.personal ?? null
    return said === null ? [] : [{ id: record.id, facts: said.facts, evidence: said.evidence }]
  })
}
