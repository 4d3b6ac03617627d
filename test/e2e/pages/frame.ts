import type { Page } from 'playwright-core'
import type { Language } from '#shared/application/model.ts'
import { type Say, wordsOf } from './words.ts'

export type ScreenName = 'today' | 'applications' | 'schedule' | 'report' | 'import' | 'settings'

/** The frame of an open desk: where one is, how things stand, and the way elsewhere. */
export class Frame {
  readonly page: Page
  readonly language: Language
  readonly say: Say

  constructor(page: Page, language: Language = 'kk') {
    this.page = page
    this.language = language
    this.say = wordsOf(language)
  }

  /** Waits until the lists are whole; answers with the number of records the status line names. */
  async whole(): Promise<number> {
    const saved = this.say('status.saved', { count: '' })
    const line = this.page.locator('footer').getByText(saved)
    await line.waitFor()
    return Number((await line.innerText()).replace(/\D/g, ''))
  }

  async open(screen: ScreenName): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: this.say(`nav.${screen}`) })
      .click()
  }

  async speak(language: Language): Promise<Frame> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: this.say(`language.short.${language}`) })
      .click()
    return new Frame(this.page, language)
  }

  /** Types into the search box and answers with what is found, name by name. */
  async search(text: string): Promise<string[]> {
    await this.page.getByRole('combobox', { name: this.say('search.label') }).fill(text)
    const found = this.page.getByRole('listbox').getByRole('option')
    await found.first().waitFor()
    return found.locator('b').allInnerTexts()
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }
}
