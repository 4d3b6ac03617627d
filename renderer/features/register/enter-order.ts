/** Fields the Enter key comes to, in reading order: of a group of radios the chosen one, none that stands aside. */
function stopsOf(form: HTMLElement): HTMLElement[] {
  const all = form.querySelectorAll<HTMLElement>('input, select, textarea, [data-save]')
  return [...all].filter(field => {
    if (field.closest('[hidden]') !== null || field.closest('[data-aside]') !== null || field.matches(':disabled')) {
      return false
    }
    return !(field instanceof HTMLInputElement) || field.type !== 'radio' || field.checked
  })
}

/** Goes to the field after (or before) this one. After the last field comes the save button. */
export function stepFrom(form: HTMLElement, from: Element, by: 1 | -1): void {
  const stops = stopsOf(form)
  const at = from instanceof HTMLElement ? stops.indexOf(from) : -1
  const beyond = stops.findIndex(
    field => (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  const next = at === -1 ? stops[beyond] : stops[at + by]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}

/** Whether Enter in this place moves on: not on a button, which it presses, and not with Shift in a text of several lines. */
export function movesOn(target: Element, shift: boolean): boolean {
  if (target instanceof HTMLTextAreaElement) return !shift
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}

/** The field of a name, or null. */
export function findField(form: HTMLElement, name: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)
}

/** Where the person is in the form: the field and the place of the caret in it. */
export function placeIn(form: HTMLElement): { field: string; caret: number } | null {
  const field = document.activeElement
  if (field === null || !form.contains(field)) return null
  const name = field.getAttribute('name')
  if (name === null) return null
  const hasCaret = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  return { field: name, caret: hasCaret ? (field.selectionStart ?? 0) : 0 }
}

/** Goes to a field, the caret where it was; nothing where the field is not there. */
export function goToField(form: HTMLElement, place: { field: string; caret: number | null }): void {
  const field = findField(form, place.field)
  field?.focus()
  const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
  if (isText && place.caret !== null) field.setSelectionRange(place.caret, place.caret)
}
