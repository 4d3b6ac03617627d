import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import { type Stop, stop, text } from './walk.ts'

/** The paper of hours without a desk, the end of the day, the hall, what is not in e-Otinish yet, a call for help. */
export const RECEPTION_DAY: readonly Stop[] = [
  stop('help-raised', async at => {
    await at.page.keyboard.press('Control+Shift+h')
    await at.page
      .getByRole('alert')
      .filter({ hasText: at.t('help.asked') })
      .waitFor()
    await at.page.keyboard.press('Control+Shift+h')
    await banner(at).getByRole('alert').waitFor()
  }),
  stop('paper-first', async at => {
    await banner(at)
      .getByRole('button', { name: at.t('help.came'), exact: true })
      .click()
    await banner(at).waitFor({ state: 'detached' })
    await goToAddress(at, '#/reception?part=paper')
    await text(at, 'paper.first')
  }),
  stop('paper-entry', async at => {
    const { page, t } = at
    await at.desk.answerNextDialog(null)
    await page.getByRole('button', { name: t('paper.print'), exact: true }).press('Enter')
    await page.getByText(t('saved.canceled')).waitFor()
    const field = (name: string) => page.locator(`.paper-entry [name="${name}"]`)
    await field('people').fill('3')
    await field('members.0.checked').selectOption('no_document')
    await field('checked').selectOption('expired')
    await field('surname').fill('Қыстаубаева-Жүнісәлиева')
    await page.keyboard.press('Control+Enter')
    await page.locator('.paper-entry [aria-invalid="true"]:focus').waitFor()
  }),
  stop('close-of-day', async at => {
    await goToAddress(at, '#/reception?part=close')
    await at.page.getByRole('list', { name: at.t('close.title'), exact: true }).waitFor()
  }),
  stop('settings-hall', async at => {
    await goToAddress(at, '#/settings')
    await at.page.getByRole('button', { name: at.t('hall.open'), exact: true }).scrollIntoViewIfNeeded()
  }),
  stop('eotinish-tray', async at => {
    await goToAddress(at, '#/applications?part=eotinish')
    await at.page
      .getByRole('region', { name: at.t('eotinish.title'), exact: true })
      .getByRole('button')
      .first()
      .click()
    await at.page.getByLabel(at.t('column.eotinish'), { exact: true }).waitFor()
  }),
]

function banner({ page, t }: AtDesk) {
  return page.getByRole('region', { name: t('help.title'), exact: true })
}
