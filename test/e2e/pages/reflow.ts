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
        for (let box: HTMLElement | null = parent; box; box = box.parentElement) {
          const style = getComputedStyle(box)
          if (style.clipPath !== 'none') word.right = word.left
          if (style.overflow === 'visible') continue
          const edge = box.getBoundingClientRect()
          word.left = Math.max(word.left, edge.left)
          word.top = Math.max(word.top, edge.top)
          word.right = Math.min(word.right, edge.right)
          word.bottom = Math.min(word.bottom, edge.bottom)
        }
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
