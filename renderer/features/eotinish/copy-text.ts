/**
 * Puts a text on the clipboard as the person's own copying does: the page asks the browser for no permission. False: it was
 * not taken.
 */
export function copyText(text: string): boolean {
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
