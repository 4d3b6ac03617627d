import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeQuarterlyWorkbook } from '#electron/files/workbook/quarterly-workbook.ts'
import type { Translate } from '#electron/i18n.ts'
import type { Language } from '#shared/application/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { reportText, SAMPLE_OFFICIALS, sampleData, sampleDocument } from '#test/fixtures/report.ts'

const words = (language: Language) => reportText(language) as Translate

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // The type asks for the Buffer of an older Node; the bytes are the same.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

function rowsOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = []
  sheet.eachRow(row => rows.push((row.values as unknown[]).slice(1)))
  return rows
}

describe('the workbook of the quarterly report', () => {
  let workbook: ExcelJS.Workbook
  beforeAll(async () => {
    workbook = await opened(await writeQuarterlyWorkbook(sampleDocument(), words))
  })

  test('a sheet in Kazakh, then one in Russian, with the same figures', () => {
    expect(workbook.worksheets.slice(0, 2).map(sheet => sheet.name)).toEqual(['Есеп', 'Отчет'])
    const [kk, ru] = workbook.worksheets
      .slice(0, 2)
      .map(sheet => rowsOf(sheet).map(row => row.slice(1).filter(cell => typeof cell === 'number')))
    expect(kk).toEqual(ru)
    expect(String(workbook.worksheets[0]!.getCell('A2').value)).toBe(
      reportText('kk')('report.sheet.title', { year: '2026', quarter: 'III' }),
    )
    expect(String(workbook.worksheets[1]!.getCell('A2').value)).toBe(
      reportText('ru')('report.sheet.title', { year: '2026', quarter: 'III' }),
    )
  })

  test('every figure of the report stands in the workbook as a number', () => {
    const rows = rowsOf(workbook.worksheets[1]!)
    for (const { lines } of quarterlyReport(sampleData(), SEED_DIRECTORIES).sections) {
      for (const { label, current, previous, difference, percent } of lines) {
        const name = label.from === 'words' ? reportText('ru')(label.key) : label.text.ru
        const found = rows.filter(row => String(row[0]).split('\n')[0] === name)
        const figures = found.map(row => [row[1], row[3], row[4], row[5]])
        expect(figures, name).toContainEqual([
          current,
          previous,
          difference,
          percent === null ? '\u2013' : percent / 100,
        ])
      }
    }
  })

  test('it prints on A4 upright, a page wide, with heads repeated and pages numbered; heads stay while scrolling', () => {
    for (const sheet of workbook.worksheets.slice(0, 2)) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'portrait',
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '5:5',
      })
      expect(sheet.headerFooter.oddFooter).toContain('&P')
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 })
      expect(sheet.getRow(5).getCell(1).font.bold).toBe(true)
    }
  })

  test('no cell is a formula, whatever a name begins with', async () => {
    const [akim] = SAMPLE_OFFICIALS
    const name = { ...akim!.name, surname: { kk: '=HYPERLINK("x")', ru: '@SUM(A1)' } }
    const data = { ...sampleData(), officials: [{ ...akim!, name }], previous: null }
    const again = await opened(await writeQuarterlyWorkbook(sampleDocument(data), words))
    const cells = again.worksheets.flatMap(sheet => rowsOf(sheet).flat())
    const formulas = cells.filter(cell => typeof cell === 'object' && cell !== null) as { formula?: string }[]
    expect(formulas.filter(({ formula }) => !/^SUM\([CE]3:[CE]\d+\)$/.test(formula ?? ''))).toEqual([])
    expect(cells.some(cell => String(cell).startsWith('=HYPERLINK("x") Дәурен'))).toBe(true)
    expect(cells.some(cell => String(cell).startsWith('@SUM(A1) Даурен'))).toBe(true)
  })

  test('without last year there are dashes and a sentence, not zeros', async () => {
    const [kk, ru] = (
      await opened(await writeQuarterlyWorkbook(sampleDocument({ ...sampleData(), previous: null }), words))
    ).worksheets
    expect(String(ru!.getCell('A3').value)).toContain('сравнение не проводилось')
    expect(String(kk!.getCell('A3').value)).toContain('салыстыру жүргізілмеді')
    const registered = rowsOf(ru!).find(row => row[0] === 'Зарегистрировано всего')
    expect(registered?.slice(1)).toEqual([430, 1, '\u2013', '\u2013', '\u2013'])
  })

  test('a sheet for each section holds both names of every line and the very figures; parts of one whole are summed', () => {
    const { sections } = sampleDocument()
    const sheets = workbook.worksheets.slice(2)
    expect(sheets).toHaveLength(sections.length)
    for (const [at, { title, lines }] of sections.entries()) {
      const rows = rowsOf(sheets[at]!)
      expect(rows[0]![0]).toBe(`${title.kk} / ${title.ru}`)
      lines.forEach(({ label, current, previous }, place) => {
        expect([rows[place + 2]![0], rows[place + 2]![1], rows[place + 2]![2], rows[place + 2]![4]]).toEqual([
          label.kk,
          label.ru,
          current,
          previous,
        ])
      })
    }
    const channels = sheets[sections.findIndex(({ id }) => id === 'channel')]!
    const sum = channels.getCell(`C${channels.rowCount}`)
    expect(sum.formula).toBe(`SUM(C3:C${channels.rowCount - 1})`)
    expect(sum.result).toBe(sampleData().current.rows)
  })
})
