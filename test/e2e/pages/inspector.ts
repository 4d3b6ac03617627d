import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import type { AtDesk } from './at-desk.ts'
import { FULL, type Language } from './words.ts'

const AXE = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
/**
 * What lies over the screen is looked at alone: what is under it was, at the stop before it opened. The whole form looks at
 * all of it.
 */
const TOP = FULL
  ? 'null'
  : `document.querySelector('[data-dates-dropdown]') ?? [...document.querySelectorAll('[role="dialog"]')].at(-1)`
const RUN = `axe.run((${TOP}) ?? document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  preload: false,
}).then(found => found.violations.flatMap(one => one.nodes.map(node => one.id + ' ' + node.target.join(' ') + ': ' +
  [...node.any, ...node.all, ...node.none].map(check => check.message).join('; '))))`

/** A screen in CSS pixels. A zoomed one has so many of the screen's own pixels in each. */
export interface Size {
  readonly width: number
  readonly height: number
  readonly zoom: number
}

export const OFFICE_SCREEN: Size = { width: 1366, height: 768, zoom: 1 }
export const WIDE_SCREEN: Size = { width: 1920, height: 1080, zoom: 1 }
/** The office screen at 200 %. */
export const ZOOMED_SCREEN: Size = { width: 683, height: 384, zoom: 2 }

/** Looks at a page without touching it: what it runs lives in a world of its own, past the page's policy. */
export interface Inspector {
  readonly resize: (size: Size) => Promise<void>
  readonly light: (theme: 'light' | 'dark') => Promise<void>
  /** Changes the language by the page's own switch, also while a dialog stands before it. */
  readonly speak: (language: Language) => Promise<void>
  /** What breaks WCAG 2.2 AA, a line for each element. */
  readonly violations: () => Promise<string[]>
  /** What the page's policy refused since it was opened. */
  readonly refused: () => readonly string[]
}

/**
 * Sits down beside a running desk. `darken` makes the whole system dark, not the page alone: main tells the page anew how
 * the system is lit whenever it is asked for something of the window.
 */
export async function inspect({ desk, page }: AtDesk, darken = systemOf(desk)): Promise<Inspector> {
  const session = await page.context().newCDPSession(page)
  const refused: string[] = []
  // Also what was refused before anybody looked: Chromium tells it anew to whoever asks.
  session.on('Audits.issueAdded', ({ issue }) => {
    const policy = issue.details.contentSecurityPolicyIssueDetails
    if (policy) refused.push(`${policy.violatedDirective} ${policy.blockedURL ?? ''}`)
  })
  await session.send('Audits.enable')
  const contextId = await worldOf(session)
  let shown: 'light' | 'dark' | null = null
  return {
    resize: async ({ width, height, zoom }) => {
      await session.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: zoom,
        mobile: false,
      })
    },
    light: async theme => {
      if (theme === shown) return
      shown = theme
      await darken(theme === 'dark')
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      // The page hears of it with its next drawing, which has to be asked for where nothing moves. A page without the
      // mark follows by its style alone.
      await settled(page)
      const lit = `html[data-mantine-color-scheme="${theme}"], html:not([data-mantine-color-scheme])`
      await page.locator(lit).waitFor({ state: 'attached' })
      await settled(page)
    },
    speak: async language => {
      if ((await page.locator('html').getAttribute('lang')) === language) return
      await page.locator(`button[lang="${language}"]`).dispatchEvent('click')
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
      await settled(page)
    },
    violations: async () => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: RUN,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
      return result.value as string[]
    },
    refused: () => refused,
  }
}

function systemOf(desk: AtDesk['desk']): (dark: boolean) => Promise<void> {
  return dark => desk.control('systemDark', dark)
}

async function worldOf(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'inspector',
  })
  await session.send('Runtime.evaluate', { expression: AXE, contextId: executionContextId })
  return executionContextId
}

/** Once what was changing its colour or place has come to rest and is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = document
      .getAnimations()
      .filter(one => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.all(ending.map(one => one.finished.catch(() => undefined)))
  })
}
