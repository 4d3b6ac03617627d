import { execFile } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { expect, onTestFinished, test } from 'vitest'
import { officeDate } from '#shared/time/office-time.ts'
import { type AtDesk, atDesk, remove } from './pages/at-desk.ts'
import { goToAddress, speak } from './pages/frame.ts'
import { registered, seedReception } from './pages/reception.ts'
import { rawWords, type WordKey } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const HOSTILE = '=HYPERLINK("http://a.test";"Жол")'
const IIN = '850101400011'

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`) })
}

const button = ({ page, t }: AtDesk, key: WordKey) => page.getByRole('button', { name: t(key), exact: true })

async function save(at: AtDesk, key: WordKey, file: string): Promise<void> {
  await at.desk.answerNextDialog({ filePath: file })
  await button(at, key).click()
  await at.page.getByRole('status').filter({ hasText: file }).waitFor()
}

async function rowsOf(file: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow(row => rows.push((row.values as unknown[]).slice(1).map(one => String(one ?? ''))))
  return rows
}

test('a journal is narrowed, its columns chosen and kept, printed and written as it is seen, numbers hidden unless asked for', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'journals-'))
  onTestFinished(() => remove(folder))
  const { at } = await sitAtForTest('begun', 'kk')
  await seedReception(at, officeDate(Date.now()))
  await registered(at, 'e'.repeat(16), { noIin: null }, { surname: 'Әбдіғалиева', iin: IIN, essence: HOSTILE })
  const { page, t } = at
  await goToAddress(at, '#/report?part=journals')
  const table = page.getByRole('table', { name: t('journals.name.registrations') })
  await table.getByText(HOSTILE).waitFor()
  expect(await table.innerText()).not.toContain(IIN)
  await picture(at, 'journal')

  await button(at, 'journals.fields').click()
  await page.getByRole('dialog').getByLabel(t('journals.column.eotinish'), { exact: true }).press('Space')
  await picture(at, 'journal-fields')
  await page.keyboard.press('Escape')
  await table.getByRole('columnheader', { name: t('journals.column.eotinish') }).waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: t('journals.search') }).fill('әбді')
  await page.getByText(patternTotal(at)).waitFor()

  const pdf = path.join(folder, 'kk.pdf')
  await save(at, 'journals.print', pdf)
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
  expect(stdout).toContain(t('journals.name.registrations'))
  expect(stdout.replace(/\s+/g, ' ')).toContain('әбді')
  expect(stdout).not.toContain(IIN)

  await speak(at, 'ru')
  const russian = atDesk(at.desk, 'ru')
  await russian.page.getByRole('textbox', { name: russian.t('journals.search') }).fill('әбді')
  await picture(russian, 'journal-narrowed')
  await button(russian, 'journals.write').click()
  await picture(russian, 'journal-write')
  const masked = path.join(folder, 'masked.xlsx')
  await save(russian, 'journals.write.act', masked)
  const rows = await rowsOf(masked)
  expect(rows.flat().join(' ')).not.toContain(IIN)
  expect(rows.flat()).toContain(HOSTILE)
  expect(rows.flat()).toContain(russian.t('journals.told.masked'))
  expect(rows.flat()).not.toContain(russian.t('journals.column.eotinish'))
  await page.getByLabel(russian.t('journals.write.full')).press('Space')
  const full = path.join(folder, 'full.xlsx')
  await save(russian, 'journals.write.act', full)
  expect((await rowsOf(full)).flat()).toContain(IIN)
})

function patternTotal(_: AtDesk): RegExp {
  return new RegExp(
    String(rawWords('kk', 'journals.total_of'))
      .replace(/[()]/g, '.')
      .replace('{{count}}', '1')
      .replace('{{all}}', '\\d+'),
  )
}
