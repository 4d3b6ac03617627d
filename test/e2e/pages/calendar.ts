import type { Locator } from 'playwright-core'
import type { Registration } from '#shared/application/registration.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import type { AtDesk } from './at-desk.ts'
import { form } from './directories.ts'
import { press, tabTo } from './focus-walk.ts'
import { goToAddress } from './frame.ts'
import { ask } from './reception.ts'
import type { WordKey } from './words.ts'

/** Opens a year of the working calendar. */
export async function openYear(at: AtDesk, year: number): Promise<void> {
  await goToAddress(at, `#/directories?list=calendar&year=${year}`)
  await at.page.getByRole('heading', { level: 2, name: at.t('directories.calendar'), exact: true }).waitFor()
  await at.page
    .getByRole('link', { name: new RegExp(`^${year}\\b`) })
    .and(at.page.locator('[aria-current]'))
    .waitFor()
}

export function button({ page, t }: AtDesk, key: WordKey): Locator {
  return page.getByRole('button', { name: t(key), exact: true })
}

/** One of the acts of the menu of files. */
export async function fileAct(at: AtDesk, key: 'calendar.file' | 'calendar.xlsx' | 'calendar.open'): Promise<void> {
  await button(at, 'calendar.files').click()
  await at.page.getByRole('menuitem', { name: at.t(key), exact: true }).click()
}

/** The row of a date in the table of the year. */
export function rowOf({ page }: AtDesk, date: string): Locator {
  return page.locator(`tr[data-date="${date}"]`)
}

/** Adds a holiday of one's own by keys alone. */
export async function addHoliday(at: AtDesk, date: string, name: { kk: string; ru: string }): Promise<void> {
  const { keyboard } = at.page
  await press(at.page, button(at, 'calendar.add_day'))
  const field = form(at).getByLabel(at.t('calendar.field.date'), { exact: true })
  // A dialog that has just opened takes the focus a moment later: what is typed before goes nowhere.
  await field.and(at.page.locator(':focus')).waitFor()
  await keyboard.type(date.split('-').toReversed().join('.'))
  await tabTo(at.page, form(at).getByLabel(at.t('calendar.column.name_kk'), { exact: true }))
  await keyboard.type(name.kk)
  await keyboard.press('Tab')
  await keyboard.type(name.ru)
  await keyboard.press('Enter')
  await form(at).waitFor({ state: 'detached' })
  await rowOf(at, date).waitFor()
}

/** Keeps the year as approved on this act, by keys alone. */
export async function keepYear(at: AtDesk, act: { kk: string; ru: string }): Promise<void> {
  const { page, t } = at
  await press(page, button(at, 'calendar.keep'))
  const kk = form(at).getByLabel(t('calendar.keep.act_kk'), { exact: true })
  await kk.waitFor()
  const approved = form(at).getByRole('radio', { name: t('calendar.status.approved'), exact: true })
  if (!(await approved.isChecked())) {
    await tabTo(page, form(at).getByRole('radio', { name: t('calendar.status.provisional'), exact: true }))
    await page.keyboard.press('ArrowUp')
    await tabTo(page, kk)
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.type(act.kk)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(act.ru)
  await press(page, form(at).getByRole('button', { name: t('act.keep'), exact: true }))
  await form(at).waitFor({ state: 'detached' })
}

/** Registers an application; its entity and the day its terms are counted from. */
export async function registeredCase(at: AtDesk, surname: string, request: string) {
  const { action } = await ask<{
    action: { entity: string; date: string; body: { registration: Registration } }
  }>(at, 'applicationRegister', {
    request: request.padEnd(16, '0'),
    registration: makeRegistration({ noIin: 'not_at_hand' }),
    personal: makeRegistrationPersonal({ surname, given: 'Ерлан', iin: '' }),
    subject: null,
    draft: null,
  })
  return { entity: action.entity, from: action.body.registration.asOf ?? action.date }
}
