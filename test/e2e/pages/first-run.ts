import type { Locator } from 'playwright-core'
import type { User } from '#shared/office/model.ts'
import type { AtDesk } from './at-desk.ts'
import type { WordKey } from './words.ts'

/** The clerk of the tests, who does not exist. */
export const CLERK = { name: 'Сәлімгерей Жанна', positionKk: 'Бас маман', positionRu: 'Главный специалист' } as const

export function fieldOf({ page, t }: AtDesk, label: WordKey): Locator {
  return page.getByRole('textbox', { name: t(label), exact: true })
}

/** The sentence a field is refused with; empty where nothing is wrong with it. */
export async function faultOf(at: AtDesk, label: WordKey): Promise<string> {
  const field = fieldOf(at, label)
  if ((await field.getAttribute('aria-invalid')) !== 'true') return ''
  const ids = (await field.getAttribute('aria-describedby')) ?? ''
  const texts = await Promise.all(
    ids
      .split(' ')
      .filter(id => id.endsWith('-error'))
      .map(id => at.page.locator(`[id="${id}"]`).innerText()),
  )
  return texts.join(' ')
}

export async function begin({ page, t }: AtDesk): Promise<void> {
  await page.getByRole('button', { name: t('first.begin'), exact: true }).click()
}

/** The last step of the first run: passwords are left for later. */
export async function leavePasswords({ page, t }: AtDesk): Promise<void> {
  await page.getByRole('button', { name: t('first.protect.later'), exact: true }).click()
}

/** Fills what is not filled in and begins; the desk stands open afterwards. A clerk's desk where no role is said. */
export async function passFirstRun(at: AtDesk, role?: User['role']): Promise<void> {
  await fieldOf(at, 'first.name').fill(CLERK.name)
  await fieldOf(at, 'first.post_kk').fill(CLERK.positionKk)
  await fieldOf(at, 'first.post_ru').fill(CLERK.positionRu)
  if (role !== undefined) {
    await at.page.getByRole('combobox', { name: at.t('first.role'), exact: true }).selectOption(role)
  }
  await begin(at)
  await leavePasswords(at)
  await at.page.getByRole('heading', { level: 1, name: at.t('today.title'), exact: true }).waitFor()
}
