/**
 * Puts a text on the clipboard as the person's own copying does: the page asks the browser for no permission. False: it was
 * not taken.
 */
export function copyText(text: string): boolean {
  const isCopied = put(text)
  if (isCopied) isHeld = true
  return isCopied
}

/** Whether a field of an applicant was copied and not forgotten since. */
let isHeld = false

/**
 * Leaves nothing of an applicant on the clipboard: always where the number came back from the portal (`done`), else where a field
 * was copied here, also if something else may lie there by now: a text of one's own is copied again sooner than a person's data.
 */
export function forgetCopied(done: boolean): void {
  if (!done && !isHeld) return
  put(' ')
  isHeld = false
}

function put(text: string): boolean {
  const held = document.activeElement
  const box = document.createElement('textarea')
  box.value = text
  box.className = 'unseen'
  document.body.append(box)
  box.select()
  const isCopied = document.execCommand('copy')
  box.remove()
  if (held instanceof HTMLElement) held.focus({ preventScroll: true })
  return isCopied
}
