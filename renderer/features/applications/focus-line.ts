/** Puts the focus on the line of an application, or where it is not in the page, on the screen itself. */
export function focusLine(id: string): void {
  const line = document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] a`)
  const place = line ?? document.getElementById('main')
  place?.focus({ preventScroll: line !== null })
}
