import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { type Desk, type LaunchOptions, launchDesk } from '../launch/launch.ts'
import { type Language, type Words, wordsIn } from './words.ts'

/** A person at a running desk who reads one language. `page` is asked each time: a desk may get a new one. */
export interface AtDesk {
  readonly desk: Desk
  readonly page: Page
  readonly language: Language
  readonly t: Words
}

const PATIENCE_MS = 30_000

/** Starts the desk and sits down at it. The language is that of the words looked for; the screen is not touched. */
export async function sitDown(language: Language, options: LaunchOptions = {}): Promise<AtDesk> {
  const desk = await launchDesk(options)
  desk.page.setDefaultTimeout(PATIENCE_MS)
  return atDesk(desk, language)
}

/** The same desk for a reader of another language. */
export function atDesk(desk: Desk, language: Language): AtDesk {
  return {
    desk,
    get page() {
      return desk.page
    },
    language,
    t: wordsIn(language),
  }
}

/** Lock files of a program that has ended; a copy does not need them. */
const LOCKS = /^(instance-(lock|socket)|Singleton\w+|LOCK|DevToolsActivePort)$/

/** A folder of user data of one's own, as the given one stands now; the caller removes it. */
export async function copyOf(userData: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'desk-copy-'))
  await cp(userData, copy, { recursive: true, filter: source => !LOCKS.test(path.basename(source)) })
  return copy
}

export async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/** What stands beside a term of a list of facts (`dt` and its `dd`). */
export function factOf(within: Page | Locator, term: string): Locator {
  return within
    .getByRole('term')
    .filter({ hasText: exactly(term) })
    .locator('xpath=following-sibling::dd[1]')
}

/** Just this text and nothing around it. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
}

/** Whether a text stands on the screen now. */
export function seen(at: AtDesk, text: string): Promise<boolean> {
  return at.page.getByText(text).first().isVisible()
}
