import type { Locator, Page } from 'playwright-core'

/** Where the focus came by Tab, and what is wrong with how it is seen there. */
export interface Step {
  readonly what: string
  readonly part: string
  readonly faults: readonly string[]
}

/** The report of a quarter opens the records of some three hundred figures. */
const MOST_STEPS = 600

/** Walks through the page by Tab until the focus is where it began; throws when it never comes back. */
export async function walkByTab(page: Page): Promise<Step[]> {
  const steps: Step[] = []
  await page.evaluate(() => {
    // From the top of the page; a dialog keeps the focus to itself, so there the walk goes round from where it is.
    if (!document.querySelector('[role="dialog"]')) {
      document.body.tabIndex = -1
      document.body.focus()
      document.body.removeAttribute('tabindex')
    }
    for (const one of document.querySelectorAll('[data-walked]')) one.removeAttribute('data-walked')
  })
  for (;;) {
    await page.keyboard.press('Tab')
    const step = await page.evaluate(look)
    if (step === null || steps.length > MOST_STEPS) break
    steps.push(step)
  }
  if (steps.length > MOST_STEPS) throw new Error(`the focus never came back; last at ${steps.at(-1)?.what}`)
  return steps
}

/** Runs in the page. Null where the walk is at its end: at the page itself or at something walked through already. */
function look(): Step | null {
  const element = document.activeElement as HTMLElement | null
  if (element === null || element === document.body || element.dataset.walked !== undefined) return null
  element.dataset.walked = ''
  const rect = element.getBoundingClientRect()
  const shown = [element, element.nextElementSibling, element.closest('label')].filter(one => one !== null)
  const ringed = shown.some(one =>
    [getComputedStyle(one), getComputedStyle(one, '::after'), getComputedStyle(one, '::before')].some(
      style => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    ),
  )
  const faults: string[] = []
  if (!ringed) faults.push('the focus is not seen')
  if (rect.bottom <= 0 || rect.top >= innerHeight || rect.right <= 0 || rect.left >= innerWidth)
    faults.push('out of sight')
  const points = [0.5, 0.15, 0.85].flatMap(x =>
    [0.5, 0.2, 0.8].map(y => [rect.left + rect.width * x, rect.top + rect.height * y]),
  )
  const uncovered = points.some(([x = 0, y = 0]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (element.contains(top) || top.contains(element) || shown.some(one => one.contains(top)))
  })
  if (!uncovered) faults.push('covered')
  const part = element.closest('.skip, header.top, nav.nav, main, footer, .contact-said, [role="dialog"]')
  const name = element.getAttribute('aria-label') ?? element.innerText?.trim() ?? ''
  return { what: `${element.localName} "${name.slice(0, 40)}"`, part: part?.className || part?.localName || '', faults }
}

/** What may be worked with and was not come to on the walk just made. Of a group of choices one is come to. */
export function unreached(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('[role="dialog"]') ?? document.body
    const places = stage.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]')
    const isReached = (one: HTMLElement) =>
      one.dataset.walked !== undefined ||
      (one instanceof HTMLInputElement &&
        one.type === 'radio' &&
        stage.querySelector(`input[name="${CSS.escape(one.name)}"][data-walked]`) !== null)
    return [...places]
      .filter(one => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility() && !isReached(one))
      .map(one => `never come to: ${one.localName} "${(one.ariaLabel ?? one.innerText).slice(0, 40)}"`)
  })
}

/** Presses Tab until the focus is at the place; throws when it does not come there. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor()
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await page.keyboard.press('Tab')
    if (await place.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Tab does not come to ${place}`)
}

/** Goes to a button or a link by Tab and presses Enter there. */
export async function press(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}
