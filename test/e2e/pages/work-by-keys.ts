import { card, listTable, total } from './applications.ts'
import type { AtDesk } from './at-desk.ts'
import { press } from './focus-walk.ts'
import { figuresOf } from './report.ts'
import { actOf } from './schedule.ts'

/** Brings a sample in by the keyboard, from the import screen back to it. */
async function bringSampleIn({ page, t }: AtDesk, sample: string): Promise<void> {
  await press(page, page.getByRole('button', { name: sample, exact: true }))
  await page.getByText(t('import.dry_run'), { exact: true }).waitFor()
  await press(page, page.getByRole('main').getByRole('button').first())
  await press(page, page.getByRole('button', { name: t('import.close'), exact: true }))
}

/** The main job without a mouse. Gives the figure of the report that was opened and how many records stood behind it. */
export async function workByKeys(at: AtDesk): Promise<{ figure: number; records: number }> {
  const { page, t } = at
  await page.keyboard.press('Control+Digit7')
  await bringSampleIn(at, t('import.samples.officials'))
  await bringSampleIn(at, t('import.samples.journal', { id: 'journal-2026-q3.xlsx' }))
  await page.keyboard.press('Control+Digit5')
  await actOf(at, 'approve').waitFor()
  if (await actOf(at, 'approve').isDisabled()) {
    await press(page, page.getByRole('main').locator('.card-head').getByRole('button'))
  }
  await press(page, actOf(at, 'approve'))
  const dialog = page.getByRole('dialog')
  await press(page, dialog.getByRole('button', { name: t('schedule.approve.act'), exact: true }))
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(t('schedule.blocked.unchanged'), { exact: true }).waitFor()
  await page.keyboard.press('Control+Digit6')
  const figure = figuresOf(at, 'report.section.summary').first()
  await figure.waitFor()
  const shown = Number(await figure.innerText())
  await press(page, figure)
  await page.getByRole('heading', { level: 1, name: t('applications.title'), exact: true }).waitFor()
  const records = await total(at)
  await press(page, listTable(at).getByRole('link').first())
  await card(at).waitFor()
  return { figure: shown, records }
}
