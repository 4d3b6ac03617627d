import type { Invitation } from '../reception/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/** The request to a body to take part in a reception, as the notice of it names it. */
export type RequestNamed = Pick<Invitation, 'body' | 'on'>

const KEY = /^request:.+:([a-z][a-z0-9_]{0,39}):(\d{4}-\d\d-\d\d)$/

/**
 * What a notice to an applicant is about where it tells of the request to one body to take part in one reception (clause 19,
 * KZ-2026 rule 30). A request that was sent anew on another day is told of anew.
 */
export function requestKey(reception: string, { body, on }: RequestNamed): string {
  return `request:${reception}:${body}:${on}`
}

/** The request a letter is about; null where it is about none. */
export function requestOf(about: string | null): RequestNamed | null {
  const [, body, day] = KEY.exec(about ?? '') ?? []
  const on = PlainDate.safeParse(day)
  return body === undefined || !on.success ? null : { body, on: on.data }
}
