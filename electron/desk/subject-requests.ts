import { type Intent, keyOf, SubjectId } from '#shared/change/action.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { HOWS_OF } from '#shared/subject/model.ts'
import { foldSubject, openRequests } from '#shared/subject/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Actor } from './act.ts'
import type { OpenDesk } from './open-desk.ts'

/** What screens compose of a person's requests about their data (Law 94-V, art. 24), and of who is kept past a term. */
export const SUBJECT_REQUESTS = ['subject.asked', 'subject.answered', 'subject.held', 'subject.released'] as const
export type SubjectRequestType = (typeof SUBJECT_REQUESTS)[number]

/** Whether a type is of a person's requests about their data. */
export function isSubjectRequest(type: string): type is SubjectRequestType {
  return SUBJECT_REQUESTS.some(one => one === type)
}

/**
 * Looks at a request or its answer where it is recorded. Throws `subject.unknown` for a person nothing is kept of,
 * `subject.day` for a day that has not come or is before the request, `change.not_lawful` for an answer to what was not asked.
 */
export async function demandSubjectRequest(
  { journal, keyring }: OpenDesk,
  type: SubjectRequestType,
  { intent, body }: { readonly intent: Intent; readonly body: Record<string, unknown> },
  actor: Actor,
): Promise<void> {
  const subject = SubjectId.safeParse(keyOf(intent.entity))
  if (!subject.success || keyring.keyOf(subject.data) === null) throw new ExpectedError('subject.unknown')
  const state = foldSubject(await readableActionsOf(journal, intent.entity))
  if (type === 'subject.held' || type === 'subject.released') {
    if ((state.held === null) !== (type === 'subject.held')) throw new ExpectedError('change.not_lawful', { type })
    return
  }
  if (type === 'subject.asked') {
    const { request, on } = ACTION_TYPES[type].body.parse(body)
    if (state.requests.some(one => one.request === request)) throw new ExpectedError('change.not_lawful', { type })
    return demandDay(on, null, actor.date)
  }
  const { request, on, how } = ACTION_TYPES[type].body.parse(body)
  const asked = openRequests(state).find(one => one.request === request)
  const hows: readonly string[] = asked === undefined ? [] : HOWS_OF[asked.what]
  if (asked === undefined || !hows.includes(how)) throw new ExpectedError('change.not_lawful', { type })
  demandDay(on, asked.on, actor.date)
}

function demandDay(on: PlainDate, since: PlainDate | null, today: PlainDate): void {
  if (on > today || (since !== null && on < since)) throw new ExpectedError('subject.day')
}
