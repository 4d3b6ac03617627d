import type { Locator } from 'playwright-core'
import { official } from '#test/fixtures/schedule.ts'
import type { AtDesk } from './at-desk.ts'
import type { Hands } from './hands.ts'
import { act } from './reception.ts'
import type { WordKey } from './words.ts'

/** What a visitor says at the desk, as the clerk types it. `topic` and `official`: as much as finds them. */
export interface Told {
  readonly iin: string
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly phone: string
  readonly essence: string
  readonly topic: string
  readonly official: string
}

const NUMBER = /[A-ZА-Я]-\d{4}-\d{6}(\/\d\d)?/

/** The field with the focus, once it is the one of this label. */
export async function inField({ page, t }: AtDesk, label: WordKey): Promise<void> {
  await page.getByLabel(t(label)).and(page.locator(':focus')).waitFor()
}

/** Comes to an empty form from any other screen. */
export async function beginByKey(at: AtDesk, hands: Hands): Promise<void> {
  await hands.press('Control+2')
  await inField(at, 'register.iin')
}

/** The parts of a person after the IIN. */
export async function fillPerson(at: AtDesk, hands: Hands, told: Told): Promise<void> {
  await inField(at, 'register.surname')
  await hands.fill(told.surname)
  await hands.fill(told.given)
  await hands.fill(told.patronymic)
  await hands.fill(told.phone)
}

/** What the matter is and whom the visitor wishes to see. */
export async function fillMatter(at: AtDesk, hands: Hands, { essence, topic, official }: Told): Promise<void> {
  await inField(at, 'register.essence')
  await hands.fill(essence)
  await hands.fill(topic)
  await inField(at, 'register.official')
  await hands.fill(official)
}

/** Registers from wherever the focus is; the number that is said. */
export async function registerByKey(at: AtDesk, hands: Hands): Promise<string> {
  await hands.press('Control+Enter')
  return numberSaid(at)
}

/** The number on the panel of what was registered. */
export async function numberSaid(at: AtDesk): Promise<string> {
  const text = await donePanel(at).getByText(NUMBER).innerText()
  return NUMBER.exec(text)?.[0] ?? ''
}

export function donePanel({ page, t }: AtDesk): Locator {
  return page.getByRole('region', { name: t('register.done.title'), exact: true })
}

/** Goes on to the next registration where the focus is on its button already. */
export async function nextByKey(at: AtDesk, hands: Hands): Promise<void> {
  await focusedButton(at, 'register.done.next').waitFor()
  await hands.press('Enter')
  await inField(at, 'register.iin')
}

/** The earlier cases beside the form. */
export function earlierCases({ page, t }: AtDesk): Locator {
  return page.getByRole('listitem').filter({ has: page.getByText(t('register.earlier.take')) })
}

/** A button by its words, once it has the focus. */
export function focusedButton({ page, t }: AtDesk, words: WordKey): Locator {
  return page.getByRole('button', { name: t(words) }).and(page.locator(':focus'))
}

/** Two officials with rooms. */
export async function seedOfficials(at: AtDesk): Promise<void> {
  for (const [id, category, surname] of [
    ['1', 'akim', 'Сапаров'],
    ['2', 'deputy_akim', 'Ермекова'],
  ] as const) {
    const empty = { kk: '', ru: '' }
    const name = { surname: { kk: surname, ru: surname }, given: empty, patronymic: empty }
    const added = { official: official(id, category, null, { name, from: null, to: null }), batch: null }
    await act(at, `official:${id}`, 'official.added', null, added)
  }
}
