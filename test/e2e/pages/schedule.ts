import type { Frame } from './frame.ts'

/** The schedule of a month: moves agreed to, approval recorded. */
export class SchedulePage {
  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  async agreeToAll(count: number): Promise<void> {
    await this.frame.press(this.frame.say('schedule.agree_all', { count }))
  }

  /** Records the approval by this person on the day the form offers. */
  async approve(by: string): Promise<void> {
    const { page, say } = this.frame
    await this.frame.press(say('schedule.approve'))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('schedule.approve.by')).fill(by)
    await dialog.getByRole('button', { name: say('schedule.approve.act'), exact: true }).click()
    await page.getByText(say('schedule.status.approved', { by, on: '' }).replace(/[\s,]+$/, '')).waitFor()
  }

  async save(paper: 'A4' | 'A3'): Promise<void> {
    await this.frame.press(this.frame.say(paper === 'A4' ? 'schedule.pdf_a4' : 'schedule.pdf_a3'))
    await this.frame.page.getByRole('button', { name: this.frame.say('saved.reveal') }).waitFor()
  }
}
