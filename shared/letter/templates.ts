import type { ProfileId } from '../office/model.ts'
import type { LetterKind, LetterTemplate } from './model.ts'
import { KZ_TEMPLATES } from './seed-templates-kz.ts'
import { WKO_TEMPLATES } from './seed-templates-wko.ts'
import type { TemplateState } from './template-transitions.ts'

const SEEDS: Readonly<Record<ProfileId, Readonly<Partial<Record<LetterKind, LetterTemplate>>>>> = {
  'WKO-2020/2023': WKO_TEMPLATES,
  'KZ-2026': KZ_TEMPLATES,
}

/** The text a letter is made from, and the action that set it (null: the product's own). */
export interface FoundTemplate {
  readonly template: LetterTemplate
  readonly set: string | null
}

/** The text of a kind of letter under a profile: the office's own, else the product's; null where the profile knows no such letter. */
export function findTemplate(
  kind: LetterKind,
  profile: ProfileId,
  own: readonly Pick<TemplateState, 'set'>[],
): FoundTemplate | null {
  const set = own.find(state => state.set?.kind === kind && state.set.profile === profile)?.set
  if (set?.template) return { template: set.template, set: set.action }
  const seed = SEEDS[profile][kind]
  return seed === undefined ? null : { template: seed, set: null }
}

/** The product's own text of a kind of letter; null where the profile knows no such letter. */
export function findOwnTemplate(kind: LetterKind, profile: ProfileId): LetterTemplate | null {
  return SEEDS[profile][kind] ?? null
}

/** Whether a profile knows letters of a kind. */
export function hasTemplate(kind: LetterKind, profile: ProfileId): boolean {
  return SEEDS[profile][kind] !== undefined
}
