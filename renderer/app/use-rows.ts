import type { AnswerOf, ParamsOf, QueryName } from '../db/query-types.ts'
import { useQuery } from '../db/use-query.ts'

/** The live answer of the store; undefined until it comes. A store that fails says so in the status line. */
export function useRows<Q extends QueryName>(name: Q, params: ParamsOf<Q>): AnswerOf<Q> | undefined {
  return useQuery(name, params).value
}
