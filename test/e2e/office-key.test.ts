import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { button, enter, field, isOpen, locked, newPassword } from './pages/access.ts'
import { type AtDesk, sitDown } from './pages/at-desk.ts'
import { CLERK } from './pages/first-run.ts'
import { goTo, savedRecords, searchFor } from './pages/frame.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn, type Language } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PASSWORD = 'көк аспан астында'
const NEXT = 'жаңа құпиясөз 2027'
const BEFORE = { surname: 'Бұрынғыев', given: 'Асқар', iin: '850101400011', essence: 'Пәтер кезегі туралы' }
const AFTER = { surname: 'Кейінгиева', given: 'Сәуле', iin: '900202400012', essence: 'Жол жөндеу туралы' }
const PICTURES = process.env.DESK_PICTURES

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `office-key-${name}-${language}.png`) })
}

/** Pictures of what stands now, light and dark. */
async function pictures(at: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  await picture(at, name)
  await at.desk.control('systemDark', true)
  await picture(at, `${name}-dark`)
  await at.desk.control('systemDark', false)
}

/** The key on paper as the dialog shows it. */
async function shownPaper({ page }: AtDesk): Promise<string> {
  await page.locator('.paper-key span').nth(8).waitFor()
  return (await page.locator('.paper-key span').allInnerTexts()).join('-')
}

/** Changes the key of the data by the words of Settings; answers with its paper. */
async function changeKey(at: AtDesk): Promise<string> {
  const { page, t } = at
  await goTo(at, 'settings')
  await button(at, 'access.key').click()
  await page.getByText(t('access.key_not'), { exact: true }).waitFor()
  await field(at, 'access.key_reason').selectOption({ label: t('access.key_reason.person_left') })
  await pictures(at, 'why')
  await button(at, 'access.key_begin').click()
  const paper = await shownPaper(at)
  await pictures(at, 'paper')
  // A slip of the hand changes nothing.
  await field(at, 'access.paper').fill(`${paper.slice(0, -4)}0000`)
  await button(at, 'access.key_act').click()
  await page.getByText(t('error.access.wrong_paper'), { exact: true }).waitFor()
  await field(at, 'access.paper').fill(paper.toLowerCase())
  await button(at, 'access.key_act').click()
  await page.getByText(t('access.key_copied'), { exact: true }).waitFor()
  await pictures(at, 'done')
  const loaded = page.waitForEvent('domcontentloaded')
  await button(at, 'access.key_go_on').click()
  await loaded
  await isOpen(at)
  await savedRecords(at)
  return paper
}

/** Both people are found, by their names. */
async function bothAreFound(at: AtDesk): Promise<void> {
  for (const { surname } of [BEFORE, AFTER]) {
    await expect.poll(async () => (await searchFor(at, surname)).join('\n'), { timeout: 30_000 }).toContain(surname)
    await at.page.keyboard.press('Escape')
  }
}

async function again(language: Language, userData: string): Promise<AtDesk> {
  const at = await sitDown(language, { userData })
  onTestFinished(() => at.desk.close())
  return at
}

/** Tries the paper where the password is forgotten. */
async function tryPaper(at: AtDesk, paper: string): Promise<void> {
  await field(at, 'access.paper').fill(paper)
  await newPassword(at, NEXT)
  await button(at, 'lock.enter').click()
}

describe.each(flowsIn('kk'))('the key of the data is changed at a desk with passwords, %s', language => {
  test('old and new people are found after a restart, the new paper opens and the old one does not', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    await registerAtDesk(at, BEFORE)
    const { text: old } = await at.page.evaluate(() =>
      window.desk.accessDrawPaper({}).then(answer => (answer.ok ? answer.value : { text: '' })),
    )
    await at.page.evaluate(paper => window.desk.accessSavePaper({ paper }), old)
    await at.page.evaluate(password => window.desk.accessProtect({ password }), PASSWORD)
    await at.page.reload()
    await isOpen(at)
    const paper = await changeKey(at)
    await registerAtDesk(at, AFTER)
    await bothAreFound(at)
    const { userData } = at.desk
    await at.desk.quit()
    await at.desk.close()

    const second = await again(language, userData)
    await locked(second)
    await enter(second, CLERK.name, PASSWORD)
    await isOpen(second)
    await bothAreFound(second)
    await second.page.goto(`${second.page.url().split('#')[0]}#/report?part=audit&kind=door`)
    const told = `${t('audit.kind.key_changed')}: ${t('audit.how.person_left')}`
    await second.page.getByRole('cell', { name: told, exact: true }).waitFor()
    await picture(second, 'audit')

    // The password is forgotten: the paper of before opens nothing, the new one does.
    await second.page.keyboard.press('Control+KeyL')
    await locked(second)
    await button(second, 'lock.by_paper').click()
    await tryPaper(second, old)
    await second.page.getByText(t('error.access.wrong_paper'), { exact: true }).waitFor()
    await picture(second, 'old-paper')
    await tryPaper(second, paper)
    await isOpen(second)
    await bothAreFound(second)
  })
})

describe.each(flowsIn('ru'))('the key of the data is changed at a desk without passwords, %s', language => {
  test('it works too, and the desk opens as before', async () => {
    const { at } = await sitAtForTest('begun', language)
    await registerAtDesk(at, BEFORE)
    await changeKey(at)
    await registerAtDesk(at, AFTER)
    const { userData } = at.desk
    await at.desk.quit()
    await at.desk.close()
    const second = await again(language, userData)
    await isOpen(second)
    await bothAreFound(second)
    await goTo(second, 'settings')
    await picture(second, 'settings')
  })
})
