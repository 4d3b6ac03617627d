import type { Frame } from './frame.ts'
import type { WordKey } from './words.ts'

/** The quarterly report on screen. */
export class ReportPage {
  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  /** A figure of a section by the name of its line: this quarter and the same quarter of last year. */
  async figures(section: WordKey, line: string): Promise<{ current: string; previous: string }> {
    const region = this.frame.page.getByRole('region', { name: this.frame.say(section) })
    const cells = region.getByRole('row').filter({ hasText: line }).first().getByRole('cell')
    return { current: await cells.nth(1).innerText(), previous: await cells.nth(2).innerText() }
  }

  /** Opens the records behind a figure of this quarter. */
  async open(line: string, count: number): Promise<void> {
    await this.frame.page
      .getByRole('link', { name: `${line}: ${count}`, exact: true })
      .first()
      .click()
  }

  async save(what: 'report.xlsx' | 'report.pdf_kk' | 'report.pdf_ru'): Promise<void> {
    await this.frame.press(this.frame.say(what))
    await this.frame.page.getByRole('button', { name: this.frame.say('saved.reveal') }).waitFor()
  }
}
