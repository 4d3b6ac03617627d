import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { expect, onTestFinished, test } from 'vitest'
import { clausesOf } from '#shared/regulation/clauses.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { card } from './pages/applications.ts'
import { type AtDesk, atDesk, remove } from './pages/at-desk.ts'
import { daysAround, openCompliance, recordsOf, seedTerms } from './pages/compliance.ts'
import { speak } from './pages/frame.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)

/** The number of an application as it stands in a record. */
const NUMBER = /[А-ЯӘ]-\d{4}-\d{6}/

async function todayOf({ page }: AtDesk): Promise<PlainDate> {
  return PlainDate.parse(await page.locator('.top-date').getAttribute('datetime'))
}

async function save(at: AtDesk, act: 'applications.print' | 'applications.export', file: string): Promise<void> {
  await at.desk.answerNextDialog({ filePath: file })
  await at.page.getByRole('button', { name: at.t(act), exact: true }).click()
  await at.page.getByRole('status').filter({ hasText: file }).waitFor()
}

test('what is late stands broken and what is not yet stands due, opens, and is given out on paper and as a workbook', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'compliance-'))
  onTestFinished(() => remove(folder))
  const { at } = await sitAtForTest('begun', 'kk')
  const today = await todayOf(at)
  await seedTerms(at, today)
  const days = daysAround(today)

  await openCompliance(at, { ...days, act: 'WKO-2020/2023' })
  const records = await recordsOf(at, '29')
  const [broken, due] = [records.getByRole('row').nth(1), records.getByRole('row').nth(2)]
  await broken.getByText(at.t('compliance.state.broken'), { exact: true }).waitFor()
  await broken.getByText(at.t('compliance.late'), { exact: true }).waitFor()
  await due.getByText(at.t('compliance.state.due'), { exact: true }).waitFor()
  const late = (await broken.innerText()).match(NUMBER)?.[0] ?? ''

  const pdf = path.join(folder, 'kk.pdf')
  await save(at, 'applications.print', pdf)
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
  for (const words of [
    at.t('compliance.title'),
    at.t('profile.wko.status').slice(0, 40),
    at.t('compliance.sheet.open'),
    late,
  ])
    expect(stdout.replace(/\s+/g, ' ')).toContain(words)
  expect(stdout).not.toContain('Оспанов')

  // What the act does not watch is never told as kept.
  const unwatched = at.page.getByRole('listitem').filter({ hasText: at.t('compliance.standing.rule') })
  expect(await unwatched.count()).toBe(1)
  expect(await unwatched.getByText(at.t('compliance.state.kept')).count()).toBe(0)

  await at.page.getByLabel(at.t('compliance.only_open'), { exact: true }).press('Space')
  await at.page.getByText(at.t('compliance.standing.rule'), { exact: true }).first().waitFor({ state: 'detached' })

  await speak(at, 'ru')
  const russian = atDesk(at.desk, 'ru')
  const xlsx = path.join(folder, 'ru.xlsx')
  await save(russian, 'applications.export', xlsx)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(xlsx)
  const [clauses, all] = book.worksheets
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    russian.t('compliance.sheet.clauses'),
    russian.t('compliance.sheet.records'),
  ])
  const numbers = clauses?.getColumn(1).values.filter(value => typeof value === 'number')
  expect(numbers).toEqual(clausesOf('WKO-2020/2023').map(({ clause }) => Number(clause)))
  const isLate = (one: ExcelJS.Row) => one.getCell(1).value === 29 && String(one.getCell(4).value).startsWith(late)
  const row = all?.getRows(1, all.rowCount)?.find(isLate)
  expect(row?.getCell(2).value).toBe(russian.t('compliance.state.broken'))
  expect(row?.getCell(5).value).toBeInstanceOf(Date)

  await (await recordsOf(russian, '29')).getByRole('link', { name: late }).press('Enter')
  await card(russian).waitFor()
  await card(russian).getByText(late).first().waitFor()
}, 60_000)
