import type { Frame } from './frame.ts'

/** The import screen: a sample or a file, its dry run, bringing it in, taking it back. */
export class ImportPage {
  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  async chooseSampleOfficials(): Promise<void> {
    await this.frame.press(this.frame.say('import.samples.officials'))
    await this.frame.sees(this.frame.say('import.dry_run'))
  }

  async chooseSampleJournal(id: string): Promise<void> {
    await this.frame.press(this.frame.say('import.samples.journal', { id }))
    await this.frame.sees(this.frame.say('import.dry_run'))
  }

  /** A file through the dialog, which the caller has answered beforehand. */
  async chooseFile(kind: 'officials' | 'journal'): Promise<void> {
    const buttons = this.frame.page.getByRole('button', { name: this.frame.say('import.choose_file') })
    await buttons.nth(kind === 'officials' ? 0 : 1).click()
    await this.frame.sees(this.frame.say('import.dry_run'))
  }

  /** A figure of the dry run, by its label. */
  async count(name: 'records' | 'marked' | 'bad_iin' | 'skipped' | 'already'): Promise<number> {
    const label = this.frame.page.getByText(this.frame.say(`import.count.${name}`), { exact: true })
    return Number(await label.locator('xpath=following-sibling::dd').innerText())
  }

  /** Brings in `count` records and waits for the sentence that says they are on disk. */
  async run(count: number): Promise<void> {
    await this.frame.press(this.frame.say('import.run', { count }))
    await this.frame.page.getByRole('button', { name: this.frame.say('import.close') }).waitFor()
  }

  async close(): Promise<void> {
    await this.frame.press(this.frame.say('import.close'))
  }

  /** Takes the newest import back as a whole. */
  async undoNewest(): Promise<void> {
    const undo = this.frame.page.getByRole('button', { name: this.frame.say('import.undo'), exact: true })
    await undo.first().click()
    await this.frame.page
      .getByRole('dialog')
      .getByRole('button', { name: this.frame.say('import.undo') })
      .click()
    await this.frame.sees(this.frame.say('import.state.undone'))
  }
}
