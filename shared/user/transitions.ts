import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { User } from '../office/model.ts'

export type UserStatus = 'absent' | 'active' | 'suspended'

/** What may be done next with a person at the desks. */
export const USER_ACTS = {
  absent: ['user.added'],
  active: ['user.changed', 'user.suspended'],
  suspended: ['user.resumed'],
} as const satisfies Record<UserStatus, readonly string[]>

export interface UserState {
  readonly status: UserStatus
  readonly user: User | null
}

/** A person who works at the desks, as they stand now. Who is suspended keeps name and past acts and may do nothing. */
export function foldUser(actions: readonly Action[]): UserState {
  let [status, user]: [UserStatus, User | null] = ['absent', null]
  for (const action of inForce(actions)) {
    if (action.type === 'user.added' && user === null) [status, user] = ['active', bodyOf('user.added', action).user]
    else if (action.type === 'user.changed') user = bodyOf('user.changed', action).user
    else if (action.type === 'user.suspended') status = 'suspended'
    else if (action.type === 'user.resumed') status = 'active'
  }
  return { status: user === null ? 'absent' : status, user }
}
