import type { Frame } from './frame.ts'

/** The list of applications and the card of one. */
export class ApplicationsPage {
  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  /** How many there are under the filter, as the screen says. */
  async total(): Promise<number> {
    const line = this.frame.page.getByText(this.frame.say('applications.total', { count: '' }))
    return Number((await line.innerText()).replace(/\D/g, ''))
  }

  async onlyMarked(): Promise<void> {
    await this.frame.page.getByLabel(this.frame.say('applications.only_marked')).check()
  }

  /** Narrows by a choice as its box names it. */
  async narrow(
    box: 'quarter' | 'byChannel' | 'byOutcome' | 'byTopic' | 'byDistrict' | 'byOfficial',
    choice: string,
  ): Promise<void> {
    await this.frame.page
      .getByLabel(this.frame.say(`dimension.${box}`), { exact: true })
      .selectOption({ label: choice })
  }

  /** Opens the card of the first application with this name. */
  async openCard(name: string): Promise<void> {
    await this.frame.page.getByRole('table').getByRole('link', { name }).first().click()
    await this.frame.page.getByRole('complementary', { name: this.frame.say('card.title') }).waitFor()
  }

  async eraseOpened(): Promise<void> {
    const { page, say } = this.frame
    await page
      .getByRole('complementary')
      .getByRole('button', { name: say('erase.act') })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(say('erase.word'))
    await dialog.getByRole('button', { name: say('erase.act') }).click()
    await this.frame.sees(say('card.erased_sentence'))
  }
}
