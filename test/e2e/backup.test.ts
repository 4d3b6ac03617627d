import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AtDesk, exactly, remove, sitDown } from './pages/at-desk.ts'
import { goTo, speak } from './pages/frame.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PASSWORD = 'көк аспан астында'
const PICTURES = process.env.DESK_PICTURES

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

function button({ page, t }: AtDesk, key: Parameters<AtDesk['t']>[0]) {
  return page.getByRole('button', { name: t(key), exact: true })
}

async function folder(name: string): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), `${name}-`))
  onTestFinished(() => remove(made))
  return made
}

/** Draws the key on paper and reads it back. */
async function writePaper(at: AtDesk): Promise<string> {
  const { page, t } = at
  await page.locator('.paper-key span').nth(8).waitFor()
  const paper = (await page.locator('.paper-key span').allInnerTexts()).join(' ')
  await page
    .getByLabel(exactly(t('access.paper')))
    .last()
    .fill(paper)
  await button(at, 'access.paper_act').click()
  return paper
}

/** Sets the first password; the card of the copies says of the key on paper what is so, on the page as it stands. */
async function protect(at: AtDesk): Promise<string> {
  const noPaper = at.page.getByText(at.t('backup.no_paper'), { exact: true })
  await noPaper.waitFor()
  await button(at, 'access.protect').click()
  const paper = await writePaper(at)
  // At once: a look at the copies, every half minute, would tell it too.
  await noPaper.waitFor({ state: 'detached', timeout: 5_000 })
  await newPassword(at, PASSWORD)
  await button(at, 'access.protect_act').click()
  await at.page.locator('.access-people').waitFor()
  return paper
}

async function newPassword({ page, t }: AtDesk, password: string): Promise<void> {
  await page
    .getByLabel(exactly(t('access.new_password')))
    .last()
    .fill(password)
  await page
    .getByLabel(exactly(t('access.again')))
    .last()
    .fill(password)
}

const countOf = (at: AtDesk) =>
  at.page.evaluate(async () => {
    const found = await window.desk.journalVerify({})
    return found.ok ? found.value : null
  })

/** Presses the last button of the dialog and waits until the program has ended. */
async function decide(at: AtDesk): Promise<void> {
  await button(at, 'backup.decide').click()
  await at.desk.exited
  await at.desk.close()
}

describe.each(flowsIn('kk'))('copies of the data, %s', language => {
  test('a copy is made, carried to another disk and read; on a fresh computer the paper brings everything back', async () => {
    const { at } = await sitAtForTest('filled', language)
    const { page, t } = at
    const usb = await folder('usb')
    await goTo(at, 'settings')
    const paper = await protect(at)
    await at.desk.answerNextDialog({ filePaths: [usb] })
    await button(at, 'backup.folder.choose').click()
    await page.getByText(usb, { exact: true }).waitFor()
    await button(at, 'backup.make').click()
    await page.getByText(new RegExp(exactlyBefore(t('backup.made', { count: 0 })))).waitFor({ timeout: 30_000 })
    await page.getByText(t('backup.list'), { exact: true }).click()
    const list = page.getByRole('list', { name: t('backup.list'), exact: true })
    expect(await list.getByRole('listitem').count()).toBeGreaterThanOrEqual(2)
    await list
      .getByRole('button', { name: new RegExp(`^${t('backup.check')}`) })
      .first()
      .click()
    await page
      .getByText(new RegExp(exactlyBefore(t('backup.checked', { records: 0, people: 0 }))))
      .waitFor({ timeout: 30_000 })
    await picture(at, `backup-card-${language}`)
    const before = await countOf(at)
    const [carried = ''] = (await readdir(usb)).filter(name => name.endsWith('.qbackup'))
    await at.desk.quit()

    const began = performance.now()
    const userData = await folder('fresh')
    const fresh = await sitDown(language, { userData })
    await speak(fresh, language)
    await picture(fresh, `backup-first-${language}`)
    const cut = path.join(usb, 'cut.qbackup')
    await writeFile(cut, (await readFile(path.join(usb, carried))).subarray(0, -100))
    await fresh.desk.answerNextDialog({ filePaths: [cut] })
    await button(fresh, 'backup.restore_first').click()
    await fresh.page.getByText(t('error.backup.damaged'), { exact: true }).waitFor()
    await picture(fresh, `backup-damaged-${language}`)
    await fresh.desk.answerNextDialog({ filePaths: [path.join(usb, carried)] })
    await button(fresh, 'backup.restore_file').click()
    await fresh.page.getByLabel(exactly(t('access.paper'))).fill(paper.toLowerCase())
    await picture(fresh, `backup-paper-${language}`)
    await button(fresh, 'backup.open').click()
    await fresh.page.getByText(t('backup.staged_safe'), { exact: true }).waitFor({ timeout: 30_000 })
    await newPassword(fresh, PASSWORD)
    await picture(fresh, `backup-decide-${language}`)
    await decide(fresh)

    const again = await sitDown(language, { userData })
    try {
      await again.page.getByRole('heading', { level: 1, name: t('lock.title'), exact: true }).waitFor()
      await again.page.getByLabel(exactly(t('lock.password'))).fill(PASSWORD)
      await again.page.keyboard.press('Enter')
      await again.page.getByRole('navigation', { name: t('nav.label'), exact: true }).waitFor({ timeout: 30_000 })
      const seconds = (performance.now() - began) / 1000
      const after = await countOf(again)
      expect(after?.brokenAt).toBeNull()
      expect(after?.records).toBeGreaterThan((before?.records ?? 0) - 1)
      console.log(`a fresh computer: ${after?.records} records back in ${seconds.toFixed(1)} s, ${language}`)
    } finally {
      await again.desk.close()
    }
  })
})

/** A sentence up to its first figure, as a pattern. */
function exactlyBefore(sentence: string): string {
  return (sentence.split('0')[0] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
