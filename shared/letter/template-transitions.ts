import { type Action, inOrder } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import type { ProfileId } from '../office/model.ts'
import type { LetterKind } from './model.ts'

export type TemplateStatus = 'own' | 'set'

/** What may be done next with the text of a kind of letter: every version is kept, and a letter knows the one it was made from. */
export const TEMPLATE_ACTS = { own: ['template.set'], set: ['template.set'] } as const satisfies Record<
  TemplateStatus,
  readonly string[]
>

export interface TemplateState {
  readonly status: TemplateStatus
  /** As last set; null: the product's own text. */
  readonly set: (BodyOf<'template.set'> & { readonly action: string }) | null
}

/** The text of a kind of letter as the office last set it. */
export function foldTemplate(actions: readonly Action[]): TemplateState {
  const last = inOrder(actions).findLast(action => action.type === 'template.set')
  if (last === undefined) return { status: 'own', set: null }
  return { status: 'set', set: { ...bodyOf('template.set', last), action: last.id } }
}

/** Key of the entity of a template. */
export function templateKey(kind: LetterKind, profile: ProfileId): string {
  return `${kind}-${profile.replace(/[^0-9A-Za-z]/g, '_')}`
}
