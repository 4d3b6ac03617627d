import type { Action } from '../change/action.ts'
import { ACTION_TYPES, isKnownType } from '../change/action-types.ts'
import { SETTLED } from './model.ts'
import { type Saying, TABLE } from './table.ts'

/** What a readable act says of its entity; null: it stands beside anything. */
export function sayingOf({ type, body }: Pick<Action, 'type' | 'body'>): Saying | null {
  if (type === SETTLED || !isKnownType(type)) return null
  const said: unknown = TABLE[type as keyof typeof TABLE]
  if (typeof said !== 'function') return said as Saying | null
  return (said as (body: unknown) => Saying | null)(ACTION_TYPES[type].body.parse(body))
}

/** Whether one of two acts denies what the other says. */
export function deny(one: Saying, other: Saying): boolean {
  return one.denies.some(it => other.says.includes(it)) || other.denies.some(it => one.says.includes(it))
}

/** Numbers of presses and of imports differ where everything that was said is the same. */
const NOT_SAID = new Set(['request', 'batch', 'job', 'profile'])

/** Whether two acts say the same: of one type, with the same body, and the same of a person where both can still be read. */
export function sayTheSame(one: Action, other: Action): boolean {
  if (one.type !== other.type || spelled(one.body) !== spelled(other.body)) return false
  const [said, also] = [one.personal?.value ?? null, other.personal?.value ?? null]
  return said === null || also === null || spelled(said) === spelled(also)
}

/** Spelled with the keys in order: another program may have written them in another. */
function spelled(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (NOT_SAID.has(name)) return undefined
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
