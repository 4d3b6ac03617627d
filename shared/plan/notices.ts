import type { EntityId } from '../change/action.ts'
import { requestKey } from '../letter/request-key.ts'
import type { Invited } from '../reception/transitions.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** A letter of an application to or about a body that is asked to take part; those annulled are none. */
export interface RequestLetter {
  readonly letter: EntityId
  readonly application: EntityId
  readonly kind: 'central_request' | 'request_notice'
  readonly about: string | null
  readonly status: 'drafted' | 'signed' | 'sent'
  /** The day it was begun, signed off or first sent. */
  readonly on: PlainDate
  /** As it stands on the sheet, or empty. */
  readonly number: string
}

/** How far the notice of a request to one applicant is, the least first. */
export const NOTICE_STATES = ['owed', 'drafted', 'signed', 'sent'] as const

/** The notice of the request to one body, to one applicant (clause 19, KZ-2026 rule 30). It is done once it was sent. */
export interface Notice {
  readonly application: EntityId
  readonly state: (typeof NOTICE_STATES)[number]
  readonly letter: EntityId | null
  /** The day it was begun, signed off or sent; null: it is owed. */
  readonly on: PlainDate | null
}

/**
 * How far an applicant is told of the request to a body: by a letter about this very request, or about the decision whose
 * request to the body has the number the invitation names. A notice of another request proves nothing.
 */
export function noticeOf(
  application: EntityId,
  invited: Pick<Invited, 'body' | 'on' | 'letter'>,
  reception: string,
  letters: readonly RequestLetter[],
): Notice {
  const own = letters.filter(one => one.application === application)
  const request = own.find(one => one.kind === 'central_request' && one.number !== '' && one.number === invited.letter)
  const abouts = [requestKey(reception, invited), request?.about ?? null].filter(about => about !== null)
  const [furthest] = own
    .filter(one => one.kind === 'request_notice' && one.about !== null && abouts.includes(one.about))
    .sort((a, b) => NOTICE_STATES.indexOf(b.status) - NOTICE_STATES.indexOf(a.status))
  if (furthest === undefined) return { application, state: 'owed', letter: null, on: null }
  return { application, state: furthest.status, letter: furthest.letter, on: furthest.on }
}
