import type { Page } from 'playwright-core'

/** What does not fit the screen: sideways scrolling of the page, words cut without a sign of it, words over words. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const box of document.querySelectorAll('html, .main, .alone, [role="dialog"]'))
      if (box.scrollWidth > box.clientWidth + 1)
        found.push(`scrolls sideways: ${box.className || box.localName} ${box.scrollWidth} > ${box.clientWidth}`)
    if (document.querySelector('.app') && document.documentElement.scrollHeight > innerHeight + 1)
      found.push(`the page itself scrolls: ${document.documentElement.scrollHeight} > ${innerHeight}`)
    // The calendar of a date lies over what stands around, like a dialog.
    const stage =
      document.querySelector('[data-dates-dropdown]') ?? document.querySelector('[role="dialog"]') ?? document.body
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

/** What is too small for a hand or an eye: less than 32 px to press, less than 14 px to read. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const stage = document.querySelector('[role="dialog"]') ?? document.body
    const seen = (box: Element) => {
      const { width, height } = box.getBoundingClientRect()
      return width > 1 && height > 1 && box.closest('.unseen, .paper, .skip, [hidden]') === null
    }
    for (const target of stage.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, [role="option"]',
    )) {
      // Where a label or a whole line is pressed, that is the target; a link within a sentence is as high as its line.
      const ticked = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
      const place = (ticked ? target.labels?.[0] : target.closest('tr:has(a.cover)')) ?? target
      const inSentence = target.localName === 'a' && getComputedStyle(target).display === 'inline'
      if (!seen(place) || inSentence || target.ariaHidden === 'true' || target.tabIndex < -1) continue
      const { width, height } = place.getBoundingClientRect()
      if (width < 31.5 || height < 31.5)
        found.add(
          `too small to press: ${target.localName}.${target.className} ${Math.round(width)} x ${Math.round(height)} "${target.innerText.slice(0, 30)}"`,
        )
    }
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const box = node.parentElement
      if (box === null || node.textContent?.trim() === '' || ['OPTION', 'STYLE', 'SCRIPT'].includes(box.tagName))
        continue
      if (seen(box) && Number.parseFloat(getComputedStyle(box).fontSize) < 14)
        found.add(`too small to read: ${box.localName}.${box.className} "${node.textContent?.trim().slice(0, 30)}"`)
    }
    return [...found]
  })
}
