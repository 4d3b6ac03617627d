import type { Result } from '#shared/result/result.ts'
import { DRAFT_NAMES, type Draft, decodeDraft, isReadable } from './register-draft.ts'
import { isBegun } from './register-form.ts'

/** A registration begun at this desk and the name its draft is kept under. `resumed`: it was begun before this opening. */
export interface Slot {
  readonly name: string
  readonly draft: Draft
  readonly resumed: boolean
}

/** What main answered for a name. */
export interface Loaded {
  readonly name: string
  readonly answer: Result<{ readonly value: string | null }>
}

/**
 * The registrations begun before this opening, and the names of drafts that could not be read: nothing is kept under those,
 * so that they stay as they are.
 */
export function keptSlots(all: readonly Loaded[], newRequest: () => string): { slots: Slot[]; unread: string[] } {
  const slots: Slot[] = []
  const unread: string[] = []
  for (const { name, answer } of all) {
    const text = answer.ok ? answer.value.value : null
    const draft = decodeDraft(text, newRequest())
    if (draft !== null) slots.push({ name, draft, resumed: true })
    else if (!answer.ok || (text !== null && !isReadable(text))) unread.push(name)
  }
  return { slots, unread }
}

/** The next name nothing is kept under; undefined: every one is taken. */
export function freeName(slots: readonly Slot[], unread: readonly string[]): string | undefined {
  return DRAFT_NAMES.find(name => !unread.includes(name) && slots.every(slot => slot.name !== name))
}

/**
 * The registrations with one that is filled in already: the one begun at the same reception, else in the place of one nobody
 * typed in, else beside the others. Null: every name is taken.
 */
export function withBegun(
  slots: readonly Slot[],
  draft: Draft,
  free: string | undefined,
): { readonly slots: readonly Slot[]; readonly name: string } | null {
  const same = slots.find(({ draft: { form } }) => form.atReception === draft.form.atReception)
  if (same !== undefined) return { slots, name: same.name }
  const unused = slots.find(slot => !isBegun(slot.draft.form))
  const name = unused?.name ?? free
  if (name === undefined) return null
  const begun: Slot = { name, draft, resumed: false }
  return { name, slots: unused === undefined ? [...slots, begun] : slots.map(one => (one === unused ? begun : one)) }
}
