import type { Page } from 'playwright-core'

/** What does not fit the screen: sideways scrolling of the page, words cut without a sign of it, words over words. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const box of document.querySelectorAll('html, .main, .alone, [role="dialog"]'))
      if (box.scrollWidth > box.clientWidth + 1)
        found.push(`scrolls sideways: ${box.className || box.localName} ${box.scrollWidth} > ${box.clientWidth}`)
    const stage = document.querySelector('[role="dialog"]') ?? document.body
    for (const box of stage.querySelectorAll<HTMLElement>(
      'button, a, label, h1, h2, h3, dt, dd, th, td, p, .badge, .notice',
    )) {
      const style = getComputedStyle(box)
      const hidden = style.clipPath !== 'none' || style.visibility === 'hidden' || box.clientWidth === 0
      if (hidden || style.textOverflow === 'ellipsis' || style.display === 'inline') continue
      if (box.scrollWidth > box.clientWidth + 1 && !['auto', 'scroll'].includes(style.overflowX))
        found.push(`wider than its place: ${box.localName}.${box.className} "${box.innerText.slice(0, 40)}"`)
    }
    interface Word {
      node: Node
      text: string
      left: number
      top: number
      right: number
      bottom: number
    }
    const words: Word[] = []
    const edges = new Map<Element, DOMRectReadOnly>()
    /** What is left to be seen of a box by all the boxes it lies in. */
    const edgeOf = (box: Element): DOMRectReadOnly => {
      const known = edges.get(box)
      if (known) return known
      const outer = box.parentElement ? edgeOf(box.parentElement) : new DOMRectReadOnly(0, 0, innerWidth, innerHeight)
      const style = getComputedStyle(box)
      const rect = box.getBoundingClientRect()
      const left = Math.max(outer.left, rect.left)
      const top = Math.max(outer.top, rect.top)
      const width = Math.max(0, Math.min(outer.right, rect.right) - left)
      const height = Math.max(0, Math.min(outer.bottom, rect.bottom) - top)
      const cut = style.overflow === 'visible' ? outer : new DOMRectReadOnly(left, top, width, height)
      const edge = style.clipPath === 'none' ? cut : new DOMRectReadOnly()
      edges.set(box, edge)
      return edge
    }
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (text === '' || parent === null || parent.closest('thead, .found, .unseen, .skip, .paper, option, style'))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, top, right, bottom } of range.getClientRects()) {
        const word = { node, text: text.slice(0, 30), left, top, right, bottom }
        const edge = edgeOf(parent)
        word.left = Math.max(word.left, edge.left)
        word.top = Math.max(word.top, edge.top)
        word.right = Math.min(word.right, edge.right)
        word.bottom = Math.min(word.bottom, edge.bottom)
        // Under a head that stays, or behind a list laid over it, a word is not seen.
        const seen = document.elementFromPoint((word.left + word.right) / 2, (word.top + word.bottom) / 2)
        const own =
          seen !== null && (seen.contains(parent) || parent.contains(seen) || seen.closest('a.cover') !== null)
        if (own && word.right - word.left > 1 && word.bottom - word.top > 1) words.push(word)
      }
    }
    for (const [index, one] of words.entries())
      for (const other of words.slice(index + 1)) {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        // The same words in two places are one line whose end is cut by a sign.
        if (one.node !== other.node && wide > 2 && high > 4)
          found.push(`over one another: "${one.text}" and "${other.text}"`)
      }
    return found
  })
}
