import type { Locator } from 'playwright-core'
import { card, listTable } from './applications.ts'
import type { AtDesk } from './at-desk.ts'
import { goTo } from './frame.ts'
import type { WordKey } from './words.ts'

/** More presses of Tab than any card or form needs. */
const ROUND = 60

/** The form of a decision that stands open. */
export function decisionForm({ page }: AtDesk): Locator {
  return page.getByRole('dialog')
}

/** The regulation in force from today, or the rule of a second person, chosen in the settings. */
export async function officeWorks(at: AtDesk, by: 'KZ-2026' | 'second_person'): Promise<void> {
  const { page, t } = at
  await goTo(at, 'settings')
  if (by === 'KZ-2026') {
    const today = (await page.locator('.top-date').getAttribute('datetime')) ?? ''
    await page.getByRole('button', { name: t('profile.switch'), exact: true }).click()
    await decisionForm(at)
      .getByLabel(t('profile.switch.from'), { exact: true })
      .fill(today.split('-').toReversed().join('.'))
    await decisionForm(at)
      .getByRole('button', { name: t('profile.switch.act'), exact: true })
      .click()
    await decisionForm(at).waitFor({ state: 'detached' })
    return
  }
  const rule = page.getByRole('checkbox', { name: t('office.second_person') })
  const keep = page.locator('form', { has: rule }).getByRole('button', { name: t('act.keep'), exact: true })
  await rule.check()
  await keep.click()
  // The form begins anew with what was kept.
  await keep.and(page.locator(':disabled')).waitFor()
}

/** Opens the card of the only person with this surname by keys. */
export async function openByKeys(at: AtDesk, surname: string): Promise<Locator> {
  await goTo(at, 'applications')
  await listTable(at).getByRole('row').filter({ hasText: surname }).first().getByRole('link').focus()
  await at.page.keyboard.press('Enter')
  await card(at)
    .getByRole('heading', { name: at.t('decision.title') })
    .waitFor()
  return card(at)
}

/** The decisions offered on the open card, by their words. */
export function offered(at: AtDesk): Locator {
  return card(at)
    .getByRole('group', { name: at.t('decision.acts'), exact: true })
    .getByRole('button')
}

/** Begins a decision by keys: Alt and 9 leads to the decisions, Tab goes on to the one. */
export async function begin(at: AtDesk, act: WordKey): Promise<void> {
  const { page, t } = at
  await page.keyboard.press('Alt+Digit9')
  await reach(at, () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? ''), t(act))
  await page.keyboard.press('Enter')
  await decisionForm(at).waitFor()
}

/** Presses the button of the open form by keys; it stays open where something is missing. */
export async function record(at: AtDesk, act: WordKey): Promise<void> {
  const { page, t } = at
  await reach(
    at,
    () =>
      page.evaluate(
        () => (document.activeElement?.tagName === 'BUTTON' ? document.activeElement.textContent : '') ?? '',
      ),
    t(act),
  )
  await page.keyboard.press('Enter')
}

/** The decision is told on the card. */
export async function recorded(at: AtDesk): Promise<void> {
  await decisionForm(at).waitFor({ state: 'detached' })
  await card(at)
    .getByRole('status')
    .filter({ hasText: at.t('decision.done') })
    .waitFor()
}

/** Goes to a field of the form by Tab and types. */
export async function type(at: AtDesk, label: WordKey, text: string): Promise<void> {
  await toField(at, label)
  await at.page.keyboard.press('Control+A')
  await at.page.keyboard.type(text)
}

/** Goes to a choice of the form by Tab and chooses by arrows: the option with these words. */
export async function choose(at: AtDesk, label: WordKey, option: string): Promise<void> {
  await toField(at, label)
  const steps = await at.page.evaluate(words => {
    const select = document.activeElement as HTMLSelectElement
    return [...select.options].findIndex(one => one.text.includes(words)) - select.selectedIndex
  }, option)
  for (let step = 0; step < Math.abs(steps); step += 1)
    await at.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
}

/** Goes to a field of the form by Tab. */
export async function toField(at: AtDesk, label: WordKey): Promise<void> {
  await reach(
    at,
    () => at.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? ''),
    at.t(label),
  )
}

async function reach({ page }: AtDesk, where: () => Promise<string>, words: string): Promise<void> {
  for (let round = 0; round < ROUND; round += 1) {
    if ((await where()).trim().startsWith(words)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not within reach: ${words}`)
}
