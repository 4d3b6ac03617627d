import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AtDesk, exactly, remove } from './pages/at-desk.ts'
import { goTo, goToAddress } from './pages/frame.ts'
import { flowsIn, type WordKey, wordsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const PICTURES = process.env.DESK_PICTURES
const CITATION = '06-14'
const MEMBERS = ['Ж. Серікова', 'А. Рахимова', 'Д. Оразов']

async function keep({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  await page.setViewportSize({ width: 1366, height: 768 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate(value => {
      document.documentElement.dataset.mantineColorScheme = value
    }, scheme)
    await page.screenshot({ path: path.join(PICTURES, `${name}-${scheme}.png`) })
  }
}

/** The people whose data can be read, each with their surname. */
const readable = async ({ page }: AtDesk) => {
  const pairs = await page.evaluate(async () => {
    const read = await window.desk.journalRead({ after: {}, limit: 2000 })
    const personal = read.ok ? read.value.actions.flatMap(one => one.personal ?? []) : []
    return personal.flatMap(({ subject, value }) =>
      typeof value?.surname === 'string' ? [[subject, value.surname] as const] : [],
    )
  })
  return new Map(pairs)
}

describe.each(flowsIn('kk'))('what is past its term, %s', language => {
  const t = wordsIn(language)
  const button = ({ page }: AtDesk, key: WordKey, params = {}) =>
    page.getByRole('button', { name: t(key, params), exact: true })

  test('is destroyed by an act of three once a person has looked it through, and the act is printed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'retention-'))
    onTestFinished(() => remove(folder))
    const { at } = await sitAtForTest('filled', language)
    const { page } = at
    await goTo(at, 'settings')
    await button(at, 'retention.open').click()
    await page.getByText(t('retention.terms.none'), { exact: true }).waitFor()
    expect(await button(at, 'retention.look').count()).toBe(0)
    await keep(at, `retention-terms-${language}`)
    await page.getByLabel(t('retention.how.day')).check()
    await page.getByLabel(exactly(t('retention.until'))).fill('31.12.2025')
    await page.getByLabel(exactly(t('retention.citation'))).fill(CITATION)
    await button(at, 'retention.terms.keep').click()
    await button(at, 'retention.look').click()
    const due = page.getByRole('table', { name: t('retention.due.title') })
    await due.waitFor()
    const all = await due.locator('tbody tr').count()
    const held = await due.locator('tbody tr').first().locator('td').nth(1).innerText()
    await due.locator('select').first().selectOption('court')
    await page
      .getByRole('table', { name: t('retention.held.title') })
      .getByText(held)
      .waitFor()
    await expect.poll(() => due.locator('tbody tr').count()).toBe(all - 1)
    await due.locator('tbody tr').first().getByRole('checkbox').uncheck()
    await keep(at, `retention-due-${language}`)
    await page.getByRole('heading', { name: t('retention.held.title') }).scrollIntoViewIfNeeded()
    await page.getByText(t('retention.why.newer')).click()
    await page.getByRole('heading', { name: t('retention.kept.title') }).scrollIntoViewIfNeeded()
    await keep(at, `retention-kept-${language}`)
    const people = all - 2
    for (const [place, name] of MEMBERS.entries()) {
      await page.getByLabel(t('retention.member.name', { number: place + 1 })).fill(name)
      await page.getByLabel(t('retention.member.post', { number: place + 1 })).fill('бас маман')
    }
    await button(at, 'retention.destroy', { count: people }).scrollIntoViewIfNeeded()
    await keep(at, `retention-commission-${language}`)
    const before = await readable(at)
    await button(at, 'retention.destroy', { count: people }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('erase.type_word', { word: t('erase.word') })).fill(t('erase.word'))
    await keep(at, `retention-confirm-${language}`)
    await dialog.getByRole('button', { name: t('retention.destroy.act'), exact: true }).click()
    await page.getByText(t('retention.act.completed'), { exact: true }).waitFor()
    const sheet = page.locator('.retention-paper')
    await sheet.getByText(CITATION).waitFor()
    await sheet.scrollIntoViewIfNeeded()
    await keep(at, `retention-act-${language}`)
    expect((await readable(at)).size).toBe(before.size - people)
    const number = await page.locator('.retention-act-head b').innerText()
    const names = [...new Set(before.values())].filter(name => name.length > 4)
    for (const of of ['kk', 'ru'] as const) {
      const pdf = path.join(folder, `${of}.pdf`)
      await at.desk.answerNextDialog({ filePath: pdf })
      await button(at, 'retention.act.pdf', { language: t(`language.long.${of}`) }).click()
      await page.getByRole('status').filter({ hasText: pdf }).waitFor()
      const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
      for (const name of MEMBERS) expect(stdout).toContain(name)
      expect(stdout).toContain(number.match(/\S+-\d+/)?.[0] ?? '?')
      for (const name of names) expect(stdout).not.toContain(name)
      if (PICTURES !== undefined) await copyFile(pdf, path.join(PICTURES, `retention-act-${language}-${of}.pdf`))
    }
    const docx = path.join(folder, 'act.docx')
    await at.desk.answerNextDialog({ filePath: docx })
    await button(at, 'retention.act.docx', { language: t(`language.long.${language}`) }).click()
    await page.getByRole('status').filter({ hasText: docx }).waitFor()
    const { stdout } = await run('unzip', ['-p', docx, 'word/document.xml'])
    expect(stdout).toContain(MEMBERS[0])
    await goToAddress(at, '#/report?part=audit')
    await page
      .getByRole('table', { name: t('audit.lines') })
      .getByText(t('audit.kind.erased'))
      .first()
      .waitFor()
  })
})
