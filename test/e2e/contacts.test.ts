import { mkdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { KEY_GROUPS } from '#renderer/app/key-groups.ts'
import { processGone } from './launch/launch.ts'
import { type AtDesk, sitDown } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { registerAtDesk } from './pages/registering.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.QABYLDAU_PICTURES

/** Keeps a picture of the page where one is asked for. */
async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
}

const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const note = (at: AtDesk) => dialog(at).getByLabel(at.t('contact.note'), { exact: true })
const lines = (at: AtDesk) =>
  at.page.getByRole('region', { name: at.t('contact.today'), exact: true }).getByRole('listitem')

async function logged(at: AtDesk): Promise<void> {
  await at.page.getByText(at.t('contact.logged'), { exact: true }).waitFor()
  await dialog(at).waitFor({ state: 'detached' })
}

test('a call is logged by one key pressed twice, once however often it is pressed, and is detailed or taken back', async () => {
  const { at } = await sitAtForTest('begun', 'ru')
  const { page, t } = at
  const inspector = await inspect(at)
  await inspector.resize(OFFICE_SCREEN)
  await goTo(at, 'settings')
  await page.keyboard.press('F6')
  await dialog(at).waitFor()
  await picture(at, 'contact-ru')
  expect(await inspector.violations()).toEqual([])
  // Quicker than any answer: the second press comes before main has heard of the first.
  await page.evaluate(() => {
    for (let press = 0; press < 3; press += 1) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6' }))
  })
  await logged(at)
  await goTo(at, 'today')
  await expect.poll(() => lines(at).count()).toBe(1)
  await page.keyboard.press('F6')
  await dialog(at).waitFor()
  await page.keyboard.press('Enter')
  await logged(at)
  await expect.poll(() => lines(at).count()).toBe(2)
  await lines(at).first().getByText(t('contact.detail'), { exact: true }).click()
  await dialog(at).getByLabel(t('contact.consultation'), { exact: true }).check()
  await dialog(at).getByLabel(t('contact.consent'), { exact: true }).check()
  await page.keyboard.press('Enter')
  await dialog(at).getByText(t('contact.phone.missing'), { exact: true }).waitFor()
  await dialog(at).getByLabel(t('register.phone'), { exact: true }).fill('8 701 123 45 67')
  await dialog(at).getByLabel(t('register.surname'), { exact: true }).fill('Серікқызы')
  await picture(at, 'contact-detail-ru')
  await page.keyboard.press('Enter')
  await page.getByText(t('contact.detailed'), { exact: true }).waitFor()
  await lines(at).filter({ hasText: 'Серікқызы' }).getByText(t('contact.consultation')).waitFor()
  await picture(at, 'today-contacts-ru')
  await lines(at).last().getByText(t('contact.take_back.short'), { exact: true }).click()
  await dialog(at)
    .getByRole('button', { name: t('contact.take_back'), exact: true })
    .click()
  await page.getByText(t('contact.taken_back'), { exact: true }).waitFor()
  await expect.poll(() => lines(at).count()).toBe(1)
})

test('what was typed of a contact survives a kill; a call beside it leaves it as it was', async () => {
  const { at, userData } = await sitAtForTest('begun', 'kk')
  await at.page.keyboard.press('F6')
  await note(at).fill('жәрдемақы туралы')
  await expect.poll(() => draftOf(at)).toContain('жәрдемақы туралы')
  process.kill(at.desk.mainPid, 'SIGKILL')
  process.kill(at.desk.browserPid, 'SIGKILL')
  await processGone(at.desk.browserPid)
  const again = await sitDown('kk', { userData })
  try {
    await again.page.getByText(again.t('today.left_contact'), { exact: true }).waitFor()
    await again.page.keyboard.press('F6')
    await expect.poll(() => note(again).inputValue()).toBe('жәрдемақы туралы')
    await again.page.keyboard.press('F6')
    await logged(again)
    await again.page.keyboard.press('F6')
    await expect.poll(() => note(again).inputValue()).toBe('жәрдемақы туралы')
    await note(again).press('Control+Enter')
    await logged(again)
    await expect.poll(() => lines(again).count()).toBe(2)
    expect(await draftOf(again)).toBeNull()
  } finally {
    await again.desk.close()
  }
})

/** The half-typed contact as main keeps it. */
function draftOf({ page }: AtDesk): Promise<string | null> {
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
    const loaded = await (window as any).desk.draftLoad({ name: 'contact' })
    return loaded.value.value as string | null
  })
}

test('a dialog hears its keys alone: the registration behind it is neither saved nor left', async () => {
  const { at } = await sitAtForTest('begun', 'ru')
  const { page, t } = at
  await page.keyboard.press('Control+Digit2')
  await page.getByLabel(t('register.surname')).first().fill('Иванов')
  await page.keyboard.press('F6')
  await dialog(at).waitFor()
  await note(at).fill('о жилье')
  await page.keyboard.press('Alt+Digit2')
  await page.keyboard.press('Control+Digit1')
  await page.keyboard.press('Control+Enter')
  await logged(at)
  expect(await page.getByLabel(t('register.surname')).first().inputValue()).toBe('Иванов')
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('F1 shows every key there is, and the menu too', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const { page, t } = at
  const inspector = await inspect(at)
  await inspector.resize(OFFICE_SCREEN)
  await page.keyboard.press('F1')
  await dialog(at).waitFor()
  await picture(at, 'keys-kk')
  expect(await inspector.violations()).toEqual([])
  for (const { title, lines: keys } of KEY_GROUPS) {
    const group = dialog(at).getByRole('region', { name: t(title), exact: true })
    expect(await group.getByRole('term').allInnerTexts()).toEqual(keys.map(line => line.keys))
  }
  await page.keyboard.press('Escape')
  await dialog(at).waitFor({ state: 'detached' })
  await at.desk.clickMenu(t('menu.keys'))
  await dialog(at).getByText(t('keys.group.frame'), { exact: true }).waitFor()
})

test('today says what is due and leads to it', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const { page, t } = at
  const inspector = await inspect(at)
  await inspector.resize(OFFICE_SCREEN)
  await goTo(at, 'today')
  await picture(at, 'today-empty-kk')
  await registerAtDesk(at, { surname: 'Оразов', given: 'Бақыт', iin: '', essence: 'Тұрғын үй кезегі' })
  const line = page.getByRole('listitem').filter({ hasText: t('today.due.no_eotinish', { number: 1 }) })
  await line.waitFor()
  await picture(at, 'today-kk')
  await inspector.light('dark')
  await picture(at, 'today-dark-kk')
  expect(await inspector.violations()).toEqual([])
  await line.getByRole('button', { name: t('today.see'), exact: true }).click()
  await page
    .getByRole('heading', { name: /Оразов/ })
    .first()
    .waitFor()
})
