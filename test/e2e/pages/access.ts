import { type AtDesk, exactly } from './at-desk.ts'
import { ask } from './reception.ts'
import type { WordKey } from './words.ts'

/** A button by its words. */
export function button({ page, t }: AtDesk, key: WordKey) {
  return page.getByRole('button', { name: t(key), exact: true })
}

/** The last field of this label. */
export function field({ page, t }: AtDesk, key: WordKey) {
  return page.getByLabel(exactly(t(key))).last()
}

/** A new password, typed twice. */
export async function newPassword(at: AtDesk, password: string): Promise<void> {
  await field(at, 'access.new_password').fill(password)
  await field(at, 'access.again').fill(password)
}

/** The lock screen stands, and nothing of the desk with it. */
export async function locked(at: AtDesk): Promise<void> {
  await at.page.getByRole('heading', { level: 1, name: at.t('lock.title'), exact: true }).waitFor()
}

/** Enters on the lock screen. */
export async function enter(at: AtDesk, name: string, password: string): Promise<void> {
  const { page, t } = at
  await page.getByLabel(t('lock.who'), { exact: true }).selectOption({ label: await labelOf(at, name) })
  await page.getByLabel(exactly(t('lock.password'))).fill(password)
  await page.keyboard.press('Enter')
}

async function labelOf({ page }: AtDesk, name: string): Promise<string> {
  const all = await page.getByRole('option').allInnerTexts()
  return all.find(one => one.startsWith(name)) ?? ''
}

/** The desk stands open. */
export const isOpen = ({ page, t }: AtDesk) =>
  page.getByRole('navigation', { name: t('nav.label'), exact: true }).waitFor({ timeout: 30_000 })

/** Sets passwords by main's own calls and loads the page anew: the person here is its administrator, and the desk stands open. */
export async function protectDesk(at: AtDesk, password: string): Promise<void> {
  const { text } = await ask<{ text: string }>(at, 'accessDrawPaper', {})
  await ask(at, 'accessSavePaper', { paper: text })
  await ask(at, 'accessProtect', { password })
  await at.page.reload()
  await isOpen(at)
}

/** Opens the dialog of one's own second factor; the secret it shows. */
export async function openOwnFactor(at: AtDesk): Promise<Buffer> {
  await button(at, 'access.factor').click()
  const shown = at.page.locator('.factor-key')
  await shown.getByText(/[A-Z2-7]{4}/).waitFor()
  return secretOf(await shown.innerText())
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator makes of a secret as it is typed. */
function secretOf(text: string): Buffer {
  const bits = [...text.replace(/\s/g, '')].map(one => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
