import { z } from 'zod'
import { PlainDate } from '../time/plain-date.ts'
import { Stamp } from '../time/stamp.ts'
import { UserRole } from '../user/model.ts'

/** Random identity of one installed desk: 16 characters of base 36. It is not the desk's letter. */
export const InstallationId = z
  .string()
  .regex(/^[0-9a-z]{16}$/)
  .brand<'InstallationId'>()
export type InstallationId = z.infer<typeof InstallationId>

/** `<installation>:<sequence, 12 digits>`: the place of an action in its desk's chain, unique in the office. */
export const ActionId = z
  .string()
  .regex(/^[0-9a-z]{16}:\d{12}$/)
  .brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

/** The business nouns whose state is a fold of actions. */
export const Noun = z.enum([
  'office',
  'user',
  'desk',
  'official',
  'application',
  'visit',
  'line',
  'day',
  'pack',
  'contact',
  'entry',
  'import',
  'schedule',
  'reception',
  'absence',
  'restriction',
  'helper',
  'letter',
  'template',
  'protocol',
  'instruction',
  'survey',
  'answer',
  'demand',
  'feedback',
  'callcentre',
  'report',
  'calendar',
  'subject',
  'audit',
  'retention',
  'destruction',
])
export type Noun = z.infer<typeof Noun>

/** `<noun>:<key>`: what an action is about. */
export const EntityId = z
  .string()
  .regex(/^[a-z]+:[0-9A-Za-z_-]{1,80}$/)
  .brand<'EntityId'>()
export type EntityId = z.infer<typeof EntityId>

/** A person whose data can be erased: random, never derived from an IIN. */
export const SubjectId = z
  .string()
  .regex(/^[0-9a-z]{20}$/)
  .brand<'SubjectId'>()
export type SubjectId = z.infer<typeof SubjectId>

/** Roles of people at desks, and of main where nobody acts. The role stands in each action as it was then. */
export const Role = z.enum([...UserRole.options, 'system'])
export type Role = z.infer<typeof Role>

/**
 * One acknowledged fact. Never edited. `stamp` orders, `date` is the legal local date, `at` the wall clock (UTC, ISO).
 * `basedOn` is the head of the entity on which it was decided; `beside` the other ends its desk had of it, where desks had
 * acted apart (absent: none). `personal.value` is null when the subject's key was dropped (erased) - the action stays and counts.
 */
export const Action = z.strictObject({
  id: ActionId,
  type: z.string().regex(/^[a-z]+\.[a-z_]+$/),
  version: z.int().positive(),
  entity: EntityId,
  stamp: Stamp,
  at: z.iso.datetime(),
  date: PlainDate,
  user: z.string(),
  role: Role,
  basedOn: ActionId.nullable(),
  beside: z.array(ActionId).max(100).optional(),
  body: z.record(z.string(), z.unknown()),
  personal: z.strictObject({ subject: SubjectId, value: z.record(z.string(), z.unknown()).nullable() }).nullable(),
})
export type Action = z.infer<typeof Action>

/** What a screen asks for. Main adds id, stamp, date, user and role, re-runs the transition and may answer `conflict`. */
export const Intent = z.strictObject({
  entity: EntityId,
  type: z.string().regex(/^[a-z]+\.[a-z_]+$/),
  basedOn: ActionId.nullable(),
  body: z.record(z.string(), z.unknown()),
})
export type Intent = z.infer<typeof Intent>

/** How far each desk's chain has been read: installation -> last sequence (1-based; absent: nothing). */
export const Cursor = z.record(InstallationId, z.int().nonnegative())
export type Cursor = z.infer<typeof Cursor>

/** The entity id of a noun and a key. Throws on a key of another form. */
export function entityId(noun: Noun, key: string): EntityId {
  return EntityId.parse(`${noun}:${key}`)
}

/** The same of a key that somebody else gives; null: nothing can have it. */
export function findEntityId(noun: Noun, key: string): EntityId | null {
  return EntityId.safeParse(`${noun}:${key}`).data ?? null
}

/** The noun of an entity id. Throws on a noun this program does not know. */
export function nounOf(entity: EntityId): Noun {
  return Noun.parse(entity.slice(0, entity.indexOf(':')))
}

/** The key of an entity id. */
export function keyOf(entity: EntityId): string {
  return entity.slice(entity.indexOf(':') + 1)
}

/** The action id of a chain position. */
export function actionId(installation: InstallationId, sequence: number): ActionId {
  return ActionId.parse(`${installation}:${String(sequence).padStart(12, '0')}`)
}

/** Installation and sequence of an action id. */
export function chainPlaceOf(id: ActionId): { installation: InstallationId; sequence: number } {
  return { installation: InstallationId.parse(id.slice(0, 16)), sequence: Number(id.slice(17)) }
}

/** Actions in the order of the fold: by stamp, which ends in the installation and so never ties. */
export function inOrder(actions: readonly Action[]): Action[] {
  return [...actions].sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0))
}
