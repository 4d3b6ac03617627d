import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AtDesk } from './pages/at-desk.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { openReport, section } from './pages/report.ts'
import { flowsIn, wordsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'report-papers-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const button = ({ page }: AtDesk, name: string) => page.getByRole('button', { name, exact: true })

/** Pictures of the states, where a folder for them is named. */
async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures) await page.screenshot({ path: path.join(pictures, `report-${name}-${language}.png`), fullPage: true })
}

async function saved(at: AtDesk, name: string, file: string): Promise<string> {
  const filePath = path.join(folder, file)
  await at.desk.answerNextDialog({ filePath })
  await button(at, name).click()
  await at.page.getByText(filePath).waitFor()
  if (process.env.DESK_PICTURES) await run('cp', [filePath, process.env.DESK_PICTURES])
  return filePath
}

/** Figures of a paper in their order. */
const figuresIn = (text: string) =>
  text.replace(/(\d)[\u00a0\u202f](?=\d{3})/g, '$1').match(/[+\u2212]?\d+(?:[.,]\d+)?/g) ?? []

async function textOfPdf(file: string): Promise<string> {
  return (await run('pdftotext', ['-raw', file, '-'])).stdout
}

/** The file as LibreOffice reads it, written anew. */
async function throughOffice(file: string, form: 'pdf' | 'xlsx'): Promise<string> {
  const profile = `-env:UserInstallation=file://${folder}/office`
  await run('soffice', ['--headless', profile, '--convert-to', form, '--outdir', `${folder}/office-out`, file])
  return path.join(folder, 'office-out', `${path.parse(file).name}.${form}`)
}

/** Figures of a workbook are numbers, and the only formulas are sums. */
async function expectTyped(file: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const seen = { numbers: 0, formulas: [] as string[], texts: [] as string[] }
  for (const sheet of book.worksheets)
    sheet.eachRow(row =>
      row.eachCell(cell => {
        if (cell.type === ExcelJS.ValueType.Number) seen.numbers += 1
        if (cell.type === ExcelJS.ValueType.Formula) seen.formulas.push(cell.formula)
        if (cell.type === ExcelJS.ValueType.String && /^[+\u2212-]?\d+(?:[.,]\d+)?\s*%?$/.test(cell.text))
          seen.texts.push(cell.text)
      }),
    )
  expect(seen.numbers).toBeGreaterThan(500)
  expect(seen.texts).toEqual([])
  expect(seen.formulas.filter(formula => !/^SUM\(/.test(formula))).toEqual([])
}

/** How often each figure of a paper stands on it; those of one sign may be numbers of pages. */
const counted = (text: string) => {
  const counts = new Map<string, number>()
  for (const figure of figuresIn(text)) if (figure.length > 1) counts.set(figure, (counts.get(figure) ?? 0) + 1)
  return counts
}

/** The cover letter on the screen is given its signer, signed off under a number, and goes out by post. */
async function signAndSend(at: AtDesk): Promise<void> {
  const { page, t } = at
  for (const one of ['kk', 'ru'] as const) {
    const field = (part: 'letter.signer.position' | 'letter.signer.name') =>
      page.getByLabel(`${t(part)}: ${t(`letter.languages.${one}`)}`, { exact: true })
    await field('letter.signer.position').fill(one === 'kk' ? 'Аппарат басшысы' : 'Руководитель аппарата')
    await field('letter.signer.name').fill('Д. Сапаров')
  }
  const confirm = async (asked: 'letter.sign' | 'letter.send', act: 'letter.sign.act' | 'letter.send.act') => {
    await button(at, t(asked)).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t(act), exact: true })
      .click()
  }
  await confirm('letter.sign', 'letter.sign.act')
  await confirm('letter.send', 'letter.send.act')
  await page.getByText(t('letter.send.done'), { exact: true }).waitFor()
}

test.each(flowsIn('ru'))(
  'the report of a quarter is frozen, the same on each paper, and is sent by letters, %s',
  async language => {
    const { at } = await sitAtForTest('filled', language)
    const { page, t } = at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    await openReport(at, '2026-Q3')
    await section(at, 'report.section.terms').waitFor()
    await button(at, t('report.papers.freeze')).click()
    await picture(at, 'words')
    await button(at, t('report.papers.freeze_now')).click()
    await page.getByText(t('report.papers.same'), { exact: true }).waitFor()
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'frozen')

    const of = `: ${t('report.version', { version: 1 })}`
    const papers: Record<string, Map<string, number>> = {}
    for (const one of ['kk', 'ru'] as const) {
      const text = await textOfPdf(await saved(at, t(`report.pdf_${one}`) + of, `report-${one}.pdf`))
      expect(text.replace(/\s+/g, ' ')).toContain(wordsIn(one)('report.section.terms'))
      papers[`pdf ${one}`] = counted(text)
      papers[`docx ${one}`] = counted(
        await textOfPdf(
          await throughOffice(await saved(at, t(`report.docx_${one}`) + of, `report-${one}.docx`), 'pdf'),
        ),
      )
    }
    // Word repeats the heads of its tables and numbers pages of its own: of it each figure is looked for, not how often it stands.
    expect(papers['pdf ru']).toEqual(papers['pdf kk'])
    expect(papers['docx ru']).toEqual(papers['docx kk'])
    expect([...(papers['docx ru']?.keys() ?? [])].sort()).toEqual([...(papers['pdf ru']?.keys() ?? [])].sort())
    expect(papers['pdf ru']?.size).toBeGreaterThan(100)
    await expectTyped(await throughOffice(await saved(at, t('report.xlsx') + of, 'report.xlsx'), 'xlsx'))

    await page
      .getByRole('link', { name: new RegExp(`^${t('letter.write')}: `) })
      .first()
      .click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await picture(at, 'cover')
    expect(await inspector.violations()).toEqual([])
    await signAndSend(at)
    await openReport(at, '2026-Q3')
    await page.getByText(t('letter.status.sent'), { exact: true }).waitFor()
    expect(await page.getByText(t('report.covers.absent'), { exact: true }).count()).toBe(1)
    await picture(at, 'sent')
  },
  180_000,
)
