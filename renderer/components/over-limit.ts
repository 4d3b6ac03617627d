/** What did not fit into a field: how much the field takes, and the rest of what was pasted or typed. */
export interface OverLimit {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly most: number
  readonly rest: string
  /** What is typed here is shown nowhere. */
  readonly isSecret: boolean
}

/**
 * Follows every limited field of a page: the browser cuts what is over `maxlength` without a word. What comes one after another
 * over the limit of one field is one rest.
 */
export function listenForLimits(
  page: Document,
  tell: (over: (before: OverLimit | null) => OverLimit) => void,
): () => void {
  const heard = (event: InputEvent) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.maxLength < 0) return
    const rest = restOf(field, textOf(event))
    if (rest === '') return
    const isSecret = field instanceof HTMLInputElement && field.type === 'password'
    tell(before => ({
      ...{ field, most: field.maxLength, isSecret },
      rest: before?.field === field ? before.rest + rest : rest,
    }))
  }
  page.addEventListener('beforeinput', heard, true)
  return () => page.removeEventListener('beforeinput', heard, true)
}

function textOf(event: InputEvent): string {
  return (event.data ?? event.dataTransfer?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n')
}

/** A field as a limit looks at it. */
export type LimitedField = Pick<HTMLInputElement, 'maxLength' | 'value' | 'selectionStart' | 'selectionEnd'>

/**
 * The end of a text for which a field has no room, beside what stands in it and is not about to be replaced. A sign of two units
 * that the limit would cut goes with the rest whole, as the browser leaves it out whole.
 */
export function restOf({ maxLength, value, selectionStart, selectionEnd }: LimitedField, text: string): string {
  const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0)
  const room = Math.max(0, maxLength - (value.length - replaced))
  if (text.length <= room) return ''
  const cutsSign = room > 0 && (text.codePointAt(room - 1) ?? 0) > 0xffff
  return text.slice(cutsSign ? room - 1 : room)
}
