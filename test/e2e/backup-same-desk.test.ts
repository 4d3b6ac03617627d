import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { button, enter, field, isOpen, locked, newPassword } from './pages/access.ts'
import { card, listTable, openCard, waitForTotal } from './pages/applications.ts'
import { type AtDesk, exactly, remove, sitDown } from './pages/at-desk.ts'
import { CLERK } from './pages/first-run.ts'
import { goTo, goToAddress, speak } from './pages/frame.ts'
import { Hands } from './pages/hands.ts'
import { journal, registered } from './pages/journal.ts'
import { beginByKey, fillMatter, fillPerson, registerByKey, seedOfficials } from './pages/register.ts'
import { VISITORS } from './pages/visitors.ts'
import { flowsIn, patternOf, rawWords, type WordKey } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PASSWORD = 'көк аспан астында'
const SCAN = '%PDF-1.7\nпаспорт объекта'
const PICTURES = process.env.DESK_PICTURES

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** Registers somebody by the form, as at the counter; the number that is said. */
async function register(at: AtDesk, who: 'first' | 'entity'): Promise<string> {
  const told = VISITORS[at.language][who]
  const hands = new Hands(at)
  await beginByKey(at, hands)
  await hands.fill(told.iin)
  await fillPerson(at, hands, told)
  await fillMatter(at, hands, told)
  return registerByKey(at, hands)
}

/** A sentence with a figure in it, once it stands; the figure. */
async function figureSaid({ page, language }: AtDesk, key: WordKey): Promise<number> {
  const pattern = patternOf(rawWords(language, key))
  const said = page.getByText(pattern).first()
  await said.waitFor()
  return Number(/\d+/.exec((await said.innerText()).replace(/(?<=\d)\s(?=\d)/g, ''))?.[0])
}

/** Attaches a file to the application of the open card. */
async function attach(at: AtDesk, file: string, title: string): Promise<void> {
  const { page, t } = at
  await card(at)
    .getByRole('button', { name: new RegExp(`^${t('act.paper')}`) })
    .click()
  await page.getByRole('dialog').getByLabel(t('register.paper.title'), { exact: true }).fill(title)
  await at.desk.answerNextDialog({ filePaths: [file] })
  await button(at, 'act.paper.choose').click()
  await card(at)
    .getByRole('status')
    .filter({ hasText: t('act.paper.done') })
    .waitFor()
}

/** Draws the key on paper, reads it back and sets the first password; the key. */
async function protect(at: AtDesk): Promise<string> {
  const { page } = at
  await goTo(at, 'settings')
  await button(at, 'access.protect').click()
  await page.locator('.paper-key span').nth(8).waitFor()
  const paper = (await page.locator('.paper-key span').allInnerTexts()).join(' ')
  await field(at, 'access.paper').fill(paper)
  await button(at, 'access.paper_act').click()
  await newPassword(at, PASSWORD)
  await button(at, 'access.protect_act').click()
  await page.locator('.access-people').waitFor()
  return paper
}

/** Puts the copy that was asked for back; how many records are joined to it. Ends with the program. */
async function putBack(at: AtDesk): Promise<number> {
  const { page, t, language } = at
  await goTo(at, 'settings')
  await page.getByText(t('backup.list'), { exact: true }).click()
  const list = page.getByRole('list', { name: t('backup.list'), exact: true })
  await list
    .getByRole('listitem')
    .filter({ hasText: t('backup.kind.asked') })
    .getByRole('button', { name: new RegExp(`^${t('backup.restore')}`) })
    .click()
  await button(at, 'backup.open').click()
  await page.getByText(t('backup.staged_safe'), { exact: true }).waitFor()
  const joined = await figureSaid(at, 'backup.staged_joined')
  // Nothing of the desk goes, and nobody is asked for what opened the copy on its day.
  expect(await page.getByText(t('backup.staged_cut'), { exact: true }).count()).toBe(0)
  expect(
    await page
      .getByRole('dialog')
      .getByLabel(exactly(t('access.new_password')))
      .count(),
  ).toBe(0)
  await picture(at, `put-back-${language}`)
  await button(at, 'backup.decide').click()
  await at.desk.exited
  await at.desk.close()
  return joined
}

describe.each(flowsIn('ru'))('a copy put back at the desk that made it, %s', language => {
  test('takes nothing away: what was registered, attached and set since is there, and the audit goes on', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'same-desk-'))
    onTestFinished(() => remove(folder))
    const { at, userData } = await sitAtForTest('begun', language)
    const { t } = at
    await seedOfficials(at)
    const before = await register(at, 'first')
    await goTo(at, 'settings')
    await button(at, 'backup.make').click()
    const copied = await figureSaid(at, 'backup.made')

    const since = await register(at, 'entity')
    await goTo(at, 'applications')
    await openCard(at, since)
    const scan = path.join(folder, 'scan.pdf')
    await writeFile(scan, SCAN)
    await attach(at, scan, 'Шарт')
    const paper = await protect(at)
    const told = { kept: await registered(at), acts: (await journal(at)).length }
    const joined = await putBack(at)
    expect(joined).toBeGreaterThan(2)

    const again = await sitDown(language, { userData })
    onTestFinished(() => again.desk.close())
    // The copy is of a day without passwords: the desk is as it was left, and nobody walks in by an old copy.
    await locked(again)
    await again.page.getByText(t('lock.by_paper'), { exact: true }).click()
    await field(again, 'access.paper').fill(paper.toLowerCase())
    await newPassword(again, `${PASSWORD} 2`)
    await button(again, 'lock.enter').click()
    await isOpen(again)
    await speak(again, language)
    expect(await registered(again)).toEqual(told.kept)
    await goTo(again, 'applications')
    await waitForTotal(again, 2)
    for (const number of [before, since]) await listTable(again).getByText(number).first().waitFor()
    await openCard(again, since)
    const saved = path.join(folder, 'saved.pdf')
    await again.desk.answerNextDialog({ filePath: saved })
    await card(again)
      .getByRole('button', { name: new RegExp(`^${t('card.save_file')}`) })
      .click()
    await card(again).getByRole('status').filter({ hasText: saved }).waitFor()
    expect(await readFile(saved, 'utf8')).toBe(SCAN)
    const restored = (await journal(again)).filter(({ type }) => type === 'desk.restored')
    expect(restored.map(({ body }) => body)).toMatchObject([{ kind: 'asked', records: copied, isCut: false }])
    await showAudit(again)
    await goTo(again, 'settings')
    await again.page.getByText(t('backup.list'), { exact: true }).click()
    await again.page.getByText(t('backup.kind.before_restore')).first().waitFor()
    expect(await again.page.getByText(t('backup.no_paper'), { exact: true }).count()).toBe(0)
    await picture(again, `after-put-back-${language}`)
    // And it goes on: the next number follows the last one.
    const third = await register(again, 'first')
    expect([before, since, third].map(one => Number(/(\d{6})/.exec(one)?.[1]))).toEqual([1, 2, 3])
    expect(await again.page.evaluate(() => window.desk.journalVerify({}))).toMatchObject({ value: { brokenAt: null } })
    expect(await again.desk.quit()).toBe(0)
    const last = await sitDown(language, { userData })
    onTestFinished(() => last.desk.close())
    await locked(last)
    await enter(last, CLERK.name, `${PASSWORD} 2`)
    await isOpen(last)
    expect((await registered(last)).map(({ number }) => number)).toEqual([before, since, third])
  })
})

/** The lines of before and of the copy stand in the audit, and all of it holds. */
async function showAudit(at: AtDesk): Promise<void> {
  const { page, t, language } = at
  await goToAddress(at, '#/report?part=audit')
  const lines = page.getByRole('table', { name: t('audit.lines') })
  for (const kind of ['copied', 'copy_opened', 'viewed'] as const)
    await lines
      .getByText(t(`audit.kind.${kind}`))
      .first()
      .waitFor()
  await button(at, 'audit.check_act').click()
  await page.locator('.notice.green').waitFor()
  await picture(at, `audit-after-put-back-${language}`)
}
