import type { EntityRecord } from '#shared/change/project.ts'
import { listRow } from './list-rows.ts'
import type { Moved } from './moved.ts'
import { findTagged } from './number-search.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { findState, handedInAt } from './rows.ts'

/** What was handed in during the reception of a visit (clause 25), in the order of registration. */
export async function answerHandedIn(
  context: QueryContext,
  { visit }: ParamsOf<'applications.handed_in'>,
): Promise<AnswerOf<'applications.handed_in'>> {
  const rows = (await findTagged(context, [handedInAt(visit)])).flatMap(listRow)
  return rows.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
}

/** Whether what was handed in at this visit changed. */
export function movedHandedIn({ changes }: Moved, { visit }: ParamsOf<'applications.handed_in'>): boolean {
  const isOfIt = (record: EntityRecord | null) =>
    record !== null && findState('application', record)?.registered?.registration.atReception === visit
  return changes.some(({ before, after }) => isOfIt(before) || isOfIt(after))
}
