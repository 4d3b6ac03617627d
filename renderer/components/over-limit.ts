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

/** The end of a text for which a field has no room, beside what stands in it and is not about to be replaced. */
function restOf(field: HTMLInputElement | HTMLTextAreaElement, text: string): string {
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  const room = field.maxLength - (field.value.length - replaced)
  return text.length > room ? text.slice(Math.max(0, room)) : ''
}
