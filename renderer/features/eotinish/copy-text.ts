/**
 * Puts a text on the clipboard as the person's own copying does: the page asks the browser for no permission. False: it was
 * not taken.
 */
export function copyText(text: string): boolean {
  const isCopied = put(text)
  if (isCopied) {
    isHeld = true
    window.addEventListener('blur', letGo, { once: true })
  }
  return isCopied
}

/** Whether what lies on the clipboard is known to be ours: since then the person was in no other window. */
let isHeld = false

function letGo(): void {
  isHeld = false
}

/**
 * Leaves nothing of an applicant on the clipboard, as far as it can be known: at once where the number came back from the portal
 * (`done`), else only where nobody can have copied anything of their own since.
 */
export function forgetCopied(done: boolean): void {
  if (!done && !isHeld) return
  put(' ')
  letGo()
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
