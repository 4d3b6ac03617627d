import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { User } from '../office/model.ts'

export type UserStatus = 'absent' | 'active'

/** What may be done next with a person at the desks. */
export const USER_ACTS = { absent: ['user.added'], active: [] } as const satisfies Record<UserStatus, readonly string[]>

export interface UserState {
  readonly status: UserStatus
  readonly user: User | null
}

/** A person who works at the desks, as first added. */
export function foldUser(actions: readonly Action[]): UserState {
  const first = inOrder(actions).find(action => action.type === 'user.added')
  return first ? { status: 'active', user: bodyOf('user.added', first).user } : { status: 'absent', user: null }
}
