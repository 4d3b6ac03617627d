import { copyFile, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { codeOfStep, stepOf } from '#electron/security/totp.ts'
import { filesUnder } from '#test/fault/product-rig.ts'
import { button, enter, field, isOpen, locked, newPassword, openOwnFactor, protectDesk } from './pages/access.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { CLERK } from './pages/first-run.ts'
import { goTo, goToAddress } from './pages/frame.ts'
import { textOfPdf } from './pages/paper.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PASSWORD = 'көк аспан астында'
const OTHER = 'жаңа құпиясөз 2'
const GULNAR = 'Серікова Гүлнар'
const PICTURES = process.env.DESK_PICTURES

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** Pages of a PDF. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** Files of a folder in which the paper key stands, however its groups are written. */
async function filesNaming(folder: string, paper: string): Promise<string[]> {
  const found: string[] = []
  for (const file of await filesUnder(folder)) {
    const bytes = (await readFile(path.join(folder, file)).catch(() => Buffer.alloc(0))).toString('latin1')
    if ([paper, paper.replaceAll(' ', '-'), paper.replaceAll(' ', '')].some(one => bytes.includes(one)))
      found.push(file)
  }
  return found
}

describe.each(flowsIn('kk'))('a desk with passwords, %s', language => {
  test('the key on paper is read back, people are added, a wrong word waits, a clerk may not what an administrator may', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const folder = await mkdtemp(path.join(tmpdir(), 'paper-key-'))
    onTestFinished(() => remove(folder))
    await at.desk.control('printers', [{ name: 'Counter', standard: true }], folder)
    await goTo(at, 'settings')
    await button(at, 'access.protect').click()
    await page.locator('.paper-key span').nth(8).waitFor()
    await button(at, 'access.paper_print').click()
    await page.getByText(t('access.paper_printed'), { exact: true }).waitFor()
    const paper = (await page.locator('.paper-key span').allInnerTexts()).join(' ')
    await picture(at, `paper-${language}`)
    // The sheet goes to the printer and nowhere else: its text lies in no file of the desk.
    const [sheet] = await at.desk.control<{ file: string }[]>('printed')
    expect((await textOfPdf(sheet?.file ?? '')).replaceAll('-', '')).toContain(paper.replaceAll(' ', ''))
    // One page: what lies in an envelope has no second sheet that could be lost.
    expect(pagesOf(await readFile(sheet?.file ?? ''))).toBe(1)
    if (PICTURES) await copyFile(sheet?.file ?? '', path.join(PICTURES, `paper-key-${language}.pdf`))
    expect(await filesNaming(at.desk.userData, paper)).toEqual([])
    await field(at, 'access.paper').fill(paper.toLowerCase())
    await button(at, 'access.paper_act').click()
    await newPassword(at, PASSWORD)
    await button(at, 'access.protect_act').click()
    await page.locator('.access-people').getByText(CLERK.name).waitFor()

    await button(at, 'access.add').click()
    await field(at, 'first.name').fill(GULNAR)
    await field(at, 'first.post_kk').fill('Маман')
    await field(at, 'first.post_ru').fill('Специалист')
    await newPassword(at, OTHER)
    await picture(at, `add-${language}`)
    await button(at, 'access.add_act').click()
    await page.locator('.access-people').getByText(GULNAR).waitFor()
    await picture(at, `people-${language}`)

    // Half a registration is typed, and the desk is locked by its key: nothing of it stays on the page.
    await page.keyboard.press('Control+Digit2')
    await page.locator('.register-form [name="surname"]').fill('Қанарейқызы')
    await page.keyboard.press('Control+KeyL')
    await locked(at)
    await picture(at, `locked-${language}`)
    await at.desk.control('systemDark', true)
    await picture(at, `locked-dark-${language}`)
    await at.desk.control('systemDark', false)
    expect(await page.content()).not.toContain('Қанарейқызы')
    expect(await page.evaluate(() => window.desk.journalRead({ after: {}, limit: 1 }))).toMatchObject({
      error: { code: 'access.locked' },
    })
    await enter(at, CLERK.name, OTHER)
    await page.getByText(t('error.access.wrong'), { exact: true }).waitFor()
    await enter(at, CLERK.name, PASSWORD)
    await isOpen(at)
    await page.keyboard.press('Control+Digit2')
    await expect
      .poll(() => page.locator('.register-form [name="surname"]').inputValue(), { timeout: 15_000 })
      .toBe('Қанарейқызы')

    // Six digits unlock what the password opened in this run; what asks for the password still asks for it.
    await goTo(at, 'settings')
    await button(at, 'access.pin').click()
    await field(at, 'access.present_password').fill(PASSWORD)
    await field(at, 'access.pin_six').fill('12 05 87')
    await picture(at, `pin-${language}`)
    await button(at, 'access.pin_act').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+KeyL')
    await locked(at)
    await field(at, 'lock.pin').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText(t('error.access.wrong_pin'), { exact: true }).waitFor()
    await picture(at, `locked-pin-${language}`)
    await field(at, 'lock.pin').fill('120587')
    await page.keyboard.press('Enter')
    await isOpen(at)
    const asked = await page.evaluate(() => window.desk.accessSuspend({ user: 'nobody' }))
    expect(asked).toMatchObject({ ok: false, error: { code: 'access.confirm' } })

    // A new start opens nothing without a password; a clerk keeps no people and no directories.
    const { userData } = at.desk
    await at.desk.close()
    const again = await sitDown(language, { userData })
    try {
      await locked(again)
      await enter(again, GULNAR, OTHER)
      await isOpen(again)
      await again.page.getByText(GULNAR, { exact: true }).first().waitFor()
      await goTo(again, 'settings')
      await again.page.locator('.access-people').waitFor()
      expect(await button(again, 'access.add').count()).toBe(0)
      const refused = await again.page.evaluate(() => window.desk.importSamples({}))
      expect(refused).toMatchObject({ ok: false, error: { code: 'access.not_allowed' } })
      // Who saw what is not for a clerk: the tab is not there, and its address shows the report.
      await goToAddress(again, '#/report?part=audit')
      await again.page.getByRole('heading', { level: 1, name: again.t('report.title'), exact: true }).waitFor()
      expect(await again.page.getByRole('link', { name: again.t('audit.title'), exact: true }).count()).toBe(0)
      // The administrator reads there who entered, and who tried to.
      await again.page.keyboard.press('Control+KeyL')
      await locked(again)
      await enter(again, CLERK.name, PASSWORD)
      await isOpen(again)
      await goToAddress(again, '#/report?part=audit&kind=door')
      const wrong = `${again.t('audit.kind.wrong_password')}: ${again.t('audit.how.password')}`
      await again.page.getByRole('cell', { name: wrong, exact: true }).waitFor()
      const byHand = `${again.t('audit.kind.desk_locked')}: ${again.t('audit.how.asked')}`
      expect(await again.page.getByRole('cell', { name: byHand, exact: true }).count()).toBe(3)
      await picture(again, `door-${language}`)
    } finally {
      await again.desk.close()
    }
  })

  test('a code of the telephone is asked with the password for who may enter, and each code once', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page } = at
    await protectDesk(at, PASSWORD)
    await goTo(at, 'settings')
    const secret = await openOwnFactor(at)
    const code = (ahead: number) => codeOfStep(secret, stepOf(Date.now()) + ahead)
    await picture(at, `factor-${language}`)
    await field(at, 'access.present_password').fill(PASSWORD)
    const first = code(0)
    await field(at, 'access.code').fill(first)
    await button(at, 'access.factor_act').click()
    await page.locator('.access-people').getByText(at.t('access.factor_on'), { exact: true }).waitFor()

    await button(at, 'access.add').click()
    await field(at, 'first.name').fill(GULNAR)
    await field(at, 'first.post_kk').fill('Маман')
    await field(at, 'first.post_ru').fill('Специалист')
    await newPassword(at, OTHER)
    await button(at, 'access.add_act').click()
    await field(at, 'lock.password').fill(PASSWORD)
    await field(at, 'access.code').fill(first)
    await button(at, 'access.confirm_act').click()
    await page.getByText(at.t('error.access.wrong_code'), { exact: true }).waitFor()
    await picture(at, `asked-${language}`)
    await field(at, 'access.code').fill(code(1))
    await button(at, 'access.confirm_act').click()
    await page.locator('.access-people').getByText(GULNAR).waitFor()
  })
})
