import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { ProfileId } from '../office/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { LetterKind, LetterTemplate } from './model.ts'

export type TemplateStatus = 'own' | 'set'

/** What may be done next with the text of a kind of letter: every version is kept, and a letter knows the one it was made from. */
export const TEMPLATE_ACTS = { own: ['template.set'], set: ['template.set'] } as const satisfies Record<
  TemplateStatus,
  readonly string[]
>

/** A text that was in use: the action that set it, on which legal date, by which user. `template` null: the product's own. */
export interface TemplateVersion {
  readonly action: string
  readonly on: PlainDate
  readonly by: string
  readonly template: LetterTemplate | null
}

export interface TemplateState {
  readonly status: TemplateStatus
  /** As last set; null: the product's own text. */
  readonly set: (BodyOf<'template.set'> & { readonly action: string }) | null
  /** What was set before, the newest first. */
  readonly earlier: readonly TemplateVersion[]
}

/** The text of a kind of letter as the office last set it. */
export function foldTemplate(actions: readonly Action[]): TemplateState {
  const [last, ...before] = inForce(actions)
    .filter(action => action.type === 'template.set')
    .toReversed()
  if (last === undefined) return { status: 'own', set: null, earlier: [] }
  const earlier = before.map(action => ({
    action: action.id,
    on: action.date,
    by: action.user,
    template: bodyOf('template.set', action).template,
  }))
  return { status: 'set', set: { ...bodyOf('template.set', last), action: last.id }, earlier }
}

/** Key of the entity of a template. */
export function templateKey(kind: LetterKind, profile: ProfileId): string {
  return `${kind}-${profile.replace(/[^0-9A-Za-z]/g, '_')}`
}
