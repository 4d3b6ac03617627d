import type { AtDesk } from './at-desk.ts'
import type { Hands } from './hands.ts'
import { type Language, patternOf, rawWords, wordsIn } from './words.ts'

export type Screen =
  | 'today'
  | 'register'
  | 'reception'
  | 'applications'
  | 'schedule'
  | 'report'
  | 'import'
  | 'directories'
  | 'settings'
  | 'letters'
  | 'control'

const TITLES = {
  today: 'today.title',
  register: 'nav.register',
  reception: 'nav.reception',
  applications: 'applications.title',
  schedule: 'schedule.title',
  report: 'report.title',
  import: 'import.title',
  directories: 'directories.title',
  settings: 'settings.title',
  letters: 'letters.title',
  control: 'control.title',
} as const satisfies Record<Screen, string>

/** Goes to a screen by its word in the navigation and waits for its heading. */
export async function goTo({ page, t }: AtDesk, screen: Screen): Promise<void> {
  await page
    .getByRole('navigation', { name: t('nav.label') })
    .getByText(t(`nav.${screen}`), { exact: true })
    .click()
  await page.getByRole('heading', { level: 1, name: t(TITLES[screen]), exact: true }).waitFor()
}

/** Goes to a place by its address, as a kept link would. */
export async function goToAddress({ page }: AtDesk, hash: string): Promise<void> {
  await page.evaluate(next => {
    window.location.hash = next
  }, hash)
}

/** Chooses the language of the screen and waits until it speaks it. */
export async function speak({ page }: AtDesk, language: Language): Promise<void> {
  const word = wordsIn(language)(`language.short.${language}`)
  await page.getByRole('button', { name: word, exact: true }).click()
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
}

/** Waits until the status line says that everything is saved; how many records the journal then holds. */
export async function savedRecords({ page, language }: AtDesk): Promise<number> {
  const status = page.getByText(patternOf(rawWords(language, 'status.saved')))
  const text = await status.innerText()
  return Number(patternOf(rawWords(language, 'status.saved')).exec(`${text}`)?.[1] ?? /(\d+)\D*$/.exec(text)?.[1])
}

/** Types into the box at the top and gives the lines found for just this text. */
export async function searchFor({ page, t }: AtDesk, text: string): Promise<string[]> {
  await page.getByRole('combobox', { name: t('search.label') }).fill(text)
  const list = page.getByRole('listbox', { name: t('search.found') })
  await list.and(page.locator('[aria-busy="false"]')).waitFor({ state: 'attached' })
  const found = await list.getByRole('option').allInnerTexts()
  if (found.length === 0) await page.getByText(t('search.nothing'), { exact: true }).waitFor()
  return found
}

/** The sentence of the notice of a file that was saved or not; waits for it. */
export async function savedSentence({ page, t, language }: AtDesk): Promise<string> {
  const done = page.getByRole('status').filter({ hasText: patternOf(rawWords(language, 'saved.done')) })
  const canceled = page.getByRole('status').filter({ hasText: t('saved.canceled') })
  return done.or(canceled).first().innerText()
}

/** Opens the card of an application by its number, from every screen. */
export async function openByNumber({ page, t }: AtDesk, hands: Hands, number: string): Promise<void> {
  await hands.press('Control+k')
  await hands.type(number)
  const list = page.getByRole('listbox', { name: t('search.found') }).and(page.locator('[aria-busy="false"]'))
  await list.getByRole('option').first().waitFor()
  await hands.press('Enter')
}
