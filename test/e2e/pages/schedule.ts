import type { Locator } from 'playwright-core'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import type { AtDesk } from './at-desk.ts'
import { press, tabTo } from './focus-walk.ts'
import { goToAddress } from './frame.ts'
import { datesIn, type WordKey } from './words.ts'

export function titleOf({ language }: AtDesk, month: string): string {
  return monthTitle(PlainMonth.parse(month), datesIn(language))
}

/** Opens the schedule of a month as a calendar and waits for its receptions. */
export async function openMonth(at: AtDesk, month: string): Promise<void> {
  await goToAddress(at, `#/schedule?month=${month}`)
  await at.page.getByText(titleOf(at, month), { exact: true }).first().waitFor()
  await receptions(at).getByRole('grid').waitFor()
}

/** Shows the month as a list by official. */
export async function asList(at: AtDesk): Promise<void> {
  await at.page.getByRole('button', { name: at.t('schedule.look.list'), exact: true }).click()
  await receptions(at).getByRole('table').waitFor()
}

export function receptions({ page, t }: AtDesk): Locator {
  return page.getByRole('region', { name: t('schedule.receptions'), exact: true })
}

export function dayOf({ page }: AtDesk, date: string): Locator {
  return page.locator(`[data-day="${date}"]`)
}

/** The reception of an official in the calendar, on a day. */
export function chipOn(at: AtDesk, date: string, surname: string): Locator {
  return dayOf(at, date).locator('[data-reception]').filter({ hasText: surname })
}

/** Goes into the calendar by Tab and to a day of its month by arrows. */
export async function goToDay(at: AtDesk, date: string): Promise<void> {
  const { page } = at
  await tabTo(page, page.locator('[data-day][tabindex="0"]'))
  const now = Number((await page.evaluate(() => (document.activeElement as HTMLElement).dataset.day ?? '')).slice(8))
  const steps = Number(date.slice(8)) - now
  const [down, right] = [Math.trunc(steps / 7), steps % 7]
  for (let step = 0; step < Math.abs(down); step += 1) await page.keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp')
  for (let step = 0; step < Math.abs(right); step += 1) {
    await page.keyboard.press(right > 0 ? 'ArrowRight' : 'ArrowLeft')
  }
  await page.locator(`[data-day="${date}"]:focus`).waitFor()
}

export function actOf(
  { page, t }: AtDesk,
  key: 'approve' | 'keep_draft' | 'drop_edits' | 'change' | 'quarter.approve',
): Locator {
  return page.getByRole('button', { name: t(`schedule.${key}`), exact: true })
}

export function dialogOf({ page }: AtDesk): Locator {
  return page.getByRole('dialog')
}

/** Types into the field that is named so; a day is typed day first. */
export async function typeInto(at: AtDesk, label: WordKey, text: string): Promise<void> {
  const field = dialogOf(at).getByLabel(at.t(label), { exact: true })
  await tabTo(at.page, field)
  await at.page.keyboard.press('Control+a')
  await at.page.keyboard.type(text)
}

/** Goes to a list of choices by Tab and chooses by its first letters. */
export async function chooseIn(at: AtDesk, label: WordKey, option: string): Promise<void> {
  const field = dialogOf(at).getByLabel(at.t(label), { exact: true })
  await tabTo(at.page, field)
  await field.selectOption({ label: option })
}

/** Presses the button of the dialog that stands, and waits until it is closed. */
export async function finish(at: AtDesk, act: WordKey): Promise<void> {
  await press(at.page, dialogOf(at).getByRole('button', { name: at.t(act), exact: true }))
  await dialogOf(at).waitFor({ state: 'detached' })
}

/** Records who approved the month, or the quarter, and when (`DD.MM.YYYY`); without a name the one offered. */
export async function approve(at: AtDesk, on: string, key: 'approve' | 'quarter.approve' = 'approve'): Promise<string> {
  await press(at.page, actOf(at, key))
  const by = await dialogOf(at).getByLabel(at.t('schedule.approve.by'), { exact: true }).inputValue()
  await typeInto(at, 'schedule.approve.on', on)
  await finish(at, 'schedule.approve.act')
  const [day = '', month = '', year = ''] = on.split('.')
  const date = screenDate(PlainDate.parse(`${year}-${month}-${day}`), datesIn(at.language))
  return at.t('schedule.status.approved', { by, on: date })
}

/** Prints the month on a paper; the dialog is answered with the file, or closed. */
export async function print(at: AtDesk, paper: 'pdf_a4' | 'pdf_a3', file: string | null): Promise<void> {
  await at.desk.answerNextDialog(file === null ? null : { filePath: file })
  await openPrinting(at)
  await at.page.getByRole('menuitem', { name: at.t(`schedule.${paper}`), exact: true }).press('Enter')
}

/** Opens what is behind the button of sheets. */
export async function openPrinting({ page, t }: AtDesk): Promise<void> {
  await page.getByRole('button', { name: t('schedule.print'), exact: true }).press('Enter')
  await page.getByRole('menuitem').first().waitFor()
}
