import { describe, expect, it } from 'vitest'
import { freeName, keptSlots, type Loaded } from '#renderer/features/register/kept-slots.ts'
import { DRAFT_NAMES, encodeDraft, newDraft } from '#renderer/features/register/register-draft.ts'
import { emptyForm } from '#renderer/features/register/register-form.ts'
import { fail, ok } from '#shared/result/result.ts'

const REQUEST = '0123456789abcdef'
const EMPTY = newDraft(REQUEST, 'oral', 'kk')
const BEGUN = { ...EMPTY, form: { ...emptyForm('oral', 'kk'), surname: 'Әбдіқадыров' } }

function loaded(texts: Readonly<Record<string, string | Error>>): Loaded[] {
  return DRAFT_NAMES.map(name => {
    const text = texts[name] ?? null
    return { name, answer: text instanceof Error ? fail('ipc.failed') : ok({ value: text }) }
  })
}

const kept = (texts: Parameters<typeof loaded>[0]) => keptSlots(loaded(texts), () => REQUEST)

describe('a draft that could not be read', () => {
  it.each<[string, string | Error]>([
    ['main did not answer', new Error()],
    ['it is cut short', encodeDraft(BEGUN).slice(0, 40)],
    ['it is nothing of a draft', '[]'],
    ['it is empty', ''],
  ])('keeps its name, the next free one is used: %s', (_, text) => {
    const { slots, unread } = kept({ register: text, 'register.2': encodeDraft(BEGUN) })
    expect(unread).toEqual(['register'])
    expect(slots).toEqual([{ name: 'register.2', draft: BEGUN, resumed: true }])
    expect(freeName(slots, unread)).toBe('register.3')
  })

  it('is not one nobody typed in: its name is free', () => {
    const { slots, unread } = kept({ register: encodeDraft(EMPTY) })
    expect([slots, unread]).toEqual([[], []])
    expect(freeName(slots, unread)).toBe('register')
  })

  it('leaves no name where it is so of each', () => {
    const { slots, unread } = kept(Object.fromEntries(DRAFT_NAMES.map(name => [name, new Error()])))
    expect(unread).toEqual(DRAFT_NAMES)
    expect(freeName(slots, unread)).toBeUndefined()
  })
})
