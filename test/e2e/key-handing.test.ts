import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { button, field, isOpen } from './pages/access.ts'
import { type AtDesk, exactly, remove } from './pages/at-desk.ts'
import { goTo, savedRecords } from './pages/frame.ts'
import { person, second, secondComputer, seesInList, setServer, standing, wireForTest } from './pages/other-desks.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn, patternOf } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES
const PASSWORD = 'көк аспан астында'

/** Pictures of what stands now, light and dark. */
async function pictures({ page, language, desk }: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  for (const dark of [false, true]) {
    await desk.control('systemDark', dark)
    await page.screenshot({ path: path.join(PICTURES, `key-handing-${name}-${language}${dark ? '-dark' : ''}.png`) })
  }
  await desk.control('systemDark', false)
}

const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const act = (at: AtDesk, key: Parameters<AtDesk['t']>[0]) =>
  dialog(at).getByRole('button', { name: exactly(at.t(key)) })

async function stickForTest(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'stick-'))
  onTestFinished(() => remove(made))
  return made
}

async function fileOn(stick: string, ending: string): Promise<string> {
  return path.join(stick, (await readdir(stick)).find(name => name.endsWith(ending)) ?? '')
}

/** Passwords at the desk that gives: it is asked for what it does with keys. */
async function protect({ page }: AtDesk): Promise<void> {
  const { text } = await page.evaluate(() =>
    window.desk.accessDrawPaper({}).then(answer => (answer.ok ? answer.value : { text: '' })),
  )
  await page.evaluate(paper => window.desk.accessSavePaper({ paper }), text)
  await page.evaluate(password => window.desk.accessProtect({ password }), PASSWORD)
  await page.reload()
}

/** Changes the key of the data by the words of Settings; it says that the other desks are to ask for it. */
async function changeKey(at: AtDesk): Promise<void> {
  const { page, t } = at
  await goTo(at, 'settings')
  await button(at, 'access.key').click()
  await button(at, 'access.key_begin').click()
  await page.locator('.paper-key span').nth(8).waitFor()
  const paper = (await page.locator('.paper-key span').allInnerTexts()).join('-')
  await field(at, 'access.paper').fill(paper)
  await button(at, 'access.key_act').click()
  await page.getByText(t('access.key_desks'), { exact: true }).waitFor()
  await pictures(at, 'changed')
  await goOn(at)
}

/** The page is loaded anew with the new keys of the store. */
async function goOn(at: AtDesk): Promise<void> {
  const loaded = at.page.waitForEvent('domcontentloaded')
  await button(at, 'access.key_go_on').click()
  await loaded
  await isOpen(at)
  await savedRecords(at)
}

/** The desk that waits asks; the digits of its request. */
async function askAt(at: AtDesk, stick: string): Promise<string> {
  const { page, t } = at
  await goTo(at, 'settings')
  await page.getByText(t('desks.key_waits'), { exact: true }).waitFor({ timeout: 60_000 })
  await button(at, 'desks.key_ask').scrollIntoViewIfNeeded()
  await pictures(at, 'card')
  await button(at, 'desks.key_ask').click()
  await at.desk.answerNextDialog({ filePaths: [stick] })
  await act(at, 'keyask.ask').click()
  const digits = await dialog(at).locator('.fingerprint').innerText()
  await pictures(at, 'ask')
  return digits
}

/** The desk that has the key compares and gives; the digits of the answer. */
async function giveAt(at: AtDesk, stick: string, digits: string): Promise<string> {
  const { page, t } = at
  await goTo(at, 'settings')
  await button(at, 'desks.key_give').click()
  await pictures(at, 'give')
  await at.desk.answerNextDialog({ filePaths: [await fileOn(stick, '.qkeyask')] })
  await act(at, 'keygive.open').click()
  expect(await dialog(at).locator('.fingerprint').innerText()).toBe(digits)
  await dialog(at)
    .getByText(t('desks.of_letter', { letter: 'Б' }), { exact: true })
    .waitFor()
  expect(await act(at, 'keygive.write').isDisabled()).toBe(true)
  await dialog(at)
    .getByLabel(exactly(t('keygive.same')))
    .check()
  await pictures(at, 'compare')
  await at.desk.answerNextDialog({ filePaths: [stick] })
  await act(at, 'keygive.write').click()
  await page.getByText(patternOf(t('keygive.written', { file: '{{file}}' }))).waitFor()
  const given = await dialog(at).locator('.fingerprint').innerText()
  expect(given).not.toBe(digits)
  await pictures(at, 'given')
  await dialog(at)
    .getByRole('button', { name: exactly(t('act.close')) })
    .last()
    .click()
  return given
}

/** Takes the answer: other digits take nothing, those of the other screen take the key. */
async function takeAt(at: AtDesk, stick: string, digits: string): Promise<void> {
  const { page, t } = at
  await at.desk.answerNextDialog({ filePaths: [await fileOn(stick, '.qkey')] })
  await act(at, 'keyask.open').click()
  const typed = dialog(at).getByLabel(exactly(t('keyask.digits')))
  await typed.fill('1234 5678 9012 3456 7890')
  await act(at, 'keyask.take').click()
  await page.getByText(t('error.key.digits'), { exact: true }).waitFor()
  await pictures(at, 'wrong')
  await typed.fill(digits.replace(/ /g, ''))
  await act(at, 'keyask.take').click()
  await page.getByText(t('keyask.done_text'), { exact: true }).waitFor()
  await pictures(at, 'taken')
  await goOn(at)
}

describe.each(flowsIn('kk'))('the key is changed at one desk of two, %s', language => {
  test('what is done there waits at the other until a person brings the key and types its digits; then it is seen', async () => {
    const wire = await wireForTest()
    const { at: begun, userData } = await sitAtForTest('begun', language)
    await begun.desk.close()
    const other = await secondComputer(userData)
    const a = await second(userData, language)
    const b = await second(other, language)
    await setServer(a, wire)
    await setServer(b, wire)
    for (const at of [a, b]) await standing(at, 'agreed')
    if (language === 'kk') await protect(a)
    await changeKey(a)
    await registerAtDesk(a, person('Әділханова'))
    const stick = await stickForTest()
    const digits = await giveAt(a, stick, await askAt(b, stick))
    await takeAt(b, stick, digits)
    await seesInList(b, 'Әділханова')
    await goTo(b, 'settings')
    await expect.poll(() => b.page.getByText(b.t('desks.key_waits'), { exact: true }).count()).toBe(0)
  }, 240_000)
})
