import { describe, expect, it, test } from 'vitest'
import { asksForTurn, findTurn, type TextField, turnLetter } from '#renderer/components/kazakh-letters.ts'
import { KAZAKH_LETTERS, NEXT_LETTER } from '#shared/text/alphabet-turns.ts'

/** A field whose insertion goes where the selection is, as the browser does it; `typed` is what undo would know. */
function fieldOf(value: string, start: number | null, end: number | null = start, locked = false) {
  const typed: { at: number; over: string; text: string }[] = []
  const field = {
    value,
    selectionStart: start,
    selectionEnd: end,
    readOnly: locked,
    disabled: false,
    setSelectionRange(from: number, to: number) {
      field.selectionStart = from
      field.selectionEnd = to
    },
  }
  const insert = (text: string) => {
    const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
    typed.push({ at: from, over: field.value.slice(from, to), text })
    field.value = field.value.slice(0, from) + text + field.value.slice(to)
    field.setSelectionRange(from + text.length, from + text.length)
  }
  return { field: field satisfies TextField, typed, turn: () => turnLetter(field, insert) }
}

test.each([
  ['а', ['ә', 'а']],
  ['г', ['ғ', 'г']],
  ['и', ['і', 'и']],
  ['к', ['қ', 'к']],
  ['н', ['ң', 'н']],
  ['о', ['ө', 'о']],
  ['у', ['ұ', 'ү', 'у']],
  ['х', ['һ', 'х']],
])('%s turns and turns back, in both cases', (first, ring) => {
  for (const [begin, steps] of [
    [first, ring],
    [first.toUpperCase(), ring.map(letter => letter.toUpperCase())],
  ] as const) {
    const { field, turn } = fieldOf(begin, 1)
    const seen = steps.map(() => {
      expect(turn()).toBe(true)
      return field.value
    })
    expect(seen).toEqual(steps)
  }
})

test('every Kazakh letter is reached by the key', () => {
  expect(KAZAKH_LETTERS.filter(letter => ![...NEXT_LETTER.values()].includes(letter))).toEqual([])
})

describe('the letter before the caret', () => {
  it('is turned in the middle of a word, and the caret stays', () => {
    const { field, turn } = fieldOf('Каскелен', 2)
    turn()
    expect(field).toMatchObject({ value: 'Кәскелен', selectionStart: 2, selectionEnd: 2 })
  })

  it.each([
    ['at the beginning of a text', 'Кок', 0, 0],
    ['after a letter without a sibling', 'Се', 2, 2],
    ['after a Latin letter', 'ha', 2, 2],
    ['in an empty field', '', 0, 0],
    ['with several letters selected', 'Кокшетау', 0, 3],
    ['in a field without a caret', 'а', null, null],
  ])('is left alone %s', (_, text, start, end) => {
    const { field, typed, turn } = fieldOf(text, start, end)
    expect(turn()).toBe(false)
    expect(field.value).toBe(text)
    expect(typed).toEqual([])
    expect(findTurn(text, start, end)).toBeNull()
  })

  it('is turned where it is the one selected, and stays selected', () => {
    const { field, turn } = fieldOf('Кок', 1, 2)
    turn()
    expect(field).toMatchObject({ value: 'Көк', selectionStart: 1, selectionEnd: 2 })
  })

  it('is left alone in a field that cannot be written', () => {
    expect(fieldOf('а', 1, 1, true).turn()).toBe(false)
  })

  it('is typed over alone, so that one undo takes one turn back', () => {
    const { typed, turn } = fieldOf('Султан', 2)
    turn()
    expect(typed).toEqual([{ at: 1, over: 'у', text: 'ұ' }])
  })
})

const PRESS = { key: 'F2', isComposing: false, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test.each([
  [{}, true],
  [{ isComposing: true }, false],
  [{ ctrlKey: true }, false],
  [{ altKey: true }, false],
  [{ shiftKey: true }, false],
  [{ key: 'F4' }, false],
])('a press %o asks for a turn: %s', (press, asks) => {
  expect(asksForTurn({ ...PRESS, ...press })).toBe(asks)
})
