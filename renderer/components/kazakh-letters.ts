import { NEXT_LETTER } from '#shared/text/alphabet-turns.ts'

/** The key that turns the letter before the caret into its Kazakh sibling. */
export const TURN_KEY = 'F2'

/** A letter to be put in place of one of a text. */
export interface Turn {
  readonly at: number
  readonly letter: string
}

/** What of a text field the key needs. The selection is null in fields that have none (numbers, dates). */
export interface TextField {
  readonly value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
  readonly readOnly: boolean
  readonly disabled: boolean
  setSelectionRange(start: number, end: number): void
}

/** The letter before the caret, or the one selected letter, turned; null where there is none to turn. */
export function findTurn(text: string, start: number | null, end: number | null): Turn | null {
  if (start === null || end === null || end - start > 1 || end === 0) return null
  const letter = NEXT_LETTER.get(text[end - 1] ?? '')
  return letter === undefined ? null : { at: end - 1, letter }
}

/**
 * Turns the letter before the caret. `insert` types a text over the selection as a person would, so that undo takes it back
 * and the form hears of it. Answers whether a letter was turned. A selected letter stays selected.
 */
export function turnLetter(field: TextField, insert: (text: string) => void): boolean {
  if (field.readOnly || field.disabled) return false
  const { selectionStart: start, selectionEnd: end } = field
  const turn = findTurn(field.value, start, end)
  if (turn === null || start === null || end === null) return false
  field.setSelectionRange(turn.at, turn.at + 1)
  insert(turn.letter)
  field.setSelectionRange(start, end)
  return true
}

/** Whether a key press asks for a turn. While an input method composes, its own keys are its own. */
export function asksForTurn(
  event: Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
): boolean {
  return (
    event.key === TURN_KEY && !event.isComposing && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey
  )
}

/** Hears the key in every text field of the page until the returned function is called. */
export function listenForTurns(page: Document): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (!asksForTurn(event)) return
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    turnLetter(field, text => typeInto(page, text))
  }
  page.addEventListener('keydown', pressed, true)
  return () => page.removeEventListener('keydown', pressed, true)
}

/** Types a text over the selection of the focused field. */
export function typeInto(page: Document, text: string): void {
  // The one way to type that the field's own undo knows; it sends the input event that React hears.
  page.execCommand('insertText', false, text)
}
