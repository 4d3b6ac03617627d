import type { Locator } from 'playwright-core'
import { monthTitle } from '#shared/time/official-date.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import { datesIn } from './words.ts'

export function titleOf({ language }: AtDesk, month: string): string {
  return monthTitle(PlainMonth.parse(month), datesIn(language))
}

/** Opens the schedule of a month and waits for its receptions. */
export async function openMonth(at: AtDesk, month: string): Promise<void> {
  await goToAddress(at, `#/schedule?month=${month}`)
  await at.page.getByText(titleOf(at, month), { exact: true }).waitFor()
  await receptions(at).getByRole('table').waitFor()
}

export function receptions({ page, t }: AtDesk): Locator {
  return page.getByRole('region', { name: t('schedule.receptions'), exact: true })
}

export function actOf(
  { page, t }: AtDesk,
  key: 'approve' | 'keep_draft' | 'drop_edits' | 'pdf_a4' | 'pdf_a3',
): Locator {
  return page.getByRole('button', { name: t(`schedule.${key}`), exact: true })
}

/** Records who approved the month and when (`DD.MM.YYYY`). */
export async function approve(at: AtDesk, by: string, on: string): Promise<void> {
  const { page, t } = at
  await actOf(at, 'approve').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('schedule.approve.by'), { exact: true }).fill(by)
  const day = dialog.getByLabel(t('schedule.approve.on'), { exact: true })
  await day.fill(on)
  await day.press('Tab')
  await dialog.getByRole('button', { name: t('schedule.approve.act'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Prints the month on a paper; the dialog is answered with the file, or closed. */
export async function print(at: AtDesk, paper: 'pdf_a4' | 'pdf_a3', file: string | null): Promise<void> {
  await at.desk.answerNextDialog(file === null ? null : { filePath: file })
  await actOf(at, paper).click()
}
