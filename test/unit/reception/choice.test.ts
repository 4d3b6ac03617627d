import { describe, expect, test } from 'vitest'
import { type Chosen, comingAfter, goneOnAfter } from '#renderer/features/reception/use-choice.ts'

const CHECKED: Chosen = { chosen: 'visit:1', coming: null, wanted: { what: 'check' }, group: [] }

describe('what stands beside the line, when a key is as quick as the answer', () => {
  test('F7 in the moment a check is saved: the pane of who comes is open, and the line does not ask for the focus', () => {
    expect(comingAfter(goneOnAfter(CHECKED))).toEqual({ ...CHECKED, coming: {}, wanted: null })
  })

  test('F7 before the check is saved: whoever came stays, and nothing is wanted of the line', () => {
    const coming = comingAfter(CHECKED)
    expect(goneOnAfter(coming)).toBe(coming)
  })

  test('what was wanted of a form is still wanted after who came', () => {
    expect(comingAfter({ ...CHECKED, wanted: { what: 'park' } }).wanted).toEqual({ what: 'park' })
  })

  test('of those who came together the next is asked for documents', () => {
    const gone = goneOnAfter({ ...CHECKED, group: ['visit:2', 'visit:3'] })
    expect(gone).toEqual({ chosen: 'visit:2', coming: null, wanted: { what: 'check' }, group: ['visit:3'] })
  })
})
