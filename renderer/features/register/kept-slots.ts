import type { Result } from '#shared/result/result.ts'
import { DRAFT_NAMES, type Draft, decodeDraft, isReadable } from './register-draft.ts'

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
