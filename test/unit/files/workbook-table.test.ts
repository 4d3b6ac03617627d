import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseXlsx } from '#electron/files/table/parse-xlsx.ts'
import { cellText, linesOf } from '#electron/files/workbook/cell-text.ts'
import { writeTable } from '#electron/files/workbook/table-workbook.ts'
import { textOfCell } from '#shared/import/table.ts'

const HOSTILE = [
  '=1+1',
  '+77011234567',
  '-5',
  '@SUM(A1)',
  '=cmd|" /C calc"!A0',
  '000123456789',
  '1,5',
  '_x0041_',
  "'quoted",
  '2026-11-21',
  'TRUE',
]

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  // The type asks for the Buffer of an older Node; the bytes are the same.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook.worksheets[0]!
}

describe('a list as a workbook', () => {
  test('text stays text, character for character, and its cells have the format of text', async () => {
    const sheet = await readBack(
      await writeTable({ title: 'Тізім', columns: ['Мән'], rows: HOSTILE.map(text => [text]) }),
    )
    HOSTILE.forEach((text, index) => {
      const cell = sheet.getCell(index + 3, 1)
      expect(cell.type).toBe(ExcelJS.ValueType.String)
      expect(cell.value).toBe(text)
      expect(cell.numFmt).toBe('@')
    })
  })

  test('our own reader gets back what was written', async () => {
    const rows = [...HOSTILE, 'Ә Ғ Қ Ң Ө Ұ Ү Һ І', '', ' бос орын ', 'екі\nжол', '<b>&"'].map(text => [text, 'x'])
    const bytes = await writeTable({ title: 'Список', columns: ['Первый', 'Второй'], rows })
    const { sheets } = await parseXlsx(Buffer.from(bytes), TABLE_LIMITS)
    const texts = sheets[0]!.rows.slice(2).map(row => row.map(textOfCell))
    expect(texts).toEqual(rows)
  })

  test('what XML cannot hold does not break the file', async () => {
    const sheet = await readBack(
      await writeTable({ title: 'a\u0000b', columns: ['\u0007c'], rows: [['\uD800x\u0001'], ['\uFFFEy']] }),
    )
    expect([1, 2, 3, 4].map(row => sheet.getCell(row, 1).value)).toEqual(['ab', 'c', 'x', 'y'])
  })

  test('heads are repeated and stay, the list is filtered by its heads', async () => {
    const sheet = await readBack(await writeTable({ title: 'T', columns: ['A', 'B'], rows: [['1', '2']] }))
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '2:2', fitToWidth: 1 })
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet.autoFilter).toBe('A2:B2')
  })

  test.each(['', '[a]/b\\c:d*e?f', "'quoted'", 'History', 'Қ'.repeat(100), '\u0000'])(
    'a sheet can be named after %j',
    async title => {
      const sheet = await readBack(await writeTable({ title, columns: ['A'], rows: [] }))
      expect(sheet.name.length).toBeGreaterThan(0)
      expect(sheet.name.length).toBeLessThanOrEqual(31)
      expect(sheet.name).not.toMatch(/[*?:\\/[\]]|^'|'$/)
    },
  )

  test('two thousand rows of ten columns come out whole', async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 10 }, (_, column) => `${row}.${column}`))
    const sheet = await readBack(
      await writeTable({ title: 'T', columns: rows[0]!.map((_, index) => `${index}`), rows }),
    )
    expect(sheet.rowCount).toBe(2002)
    expect(sheet.getCell(2002, 10).value).toBe('1999.9')
  })
})

test('lines of a text are reckoned by the width of its column', () => {
  expect(linesOf('', 10)).toBe(1)
  expect(linesOf('a'.repeat(9), 10)).toBe(2)
  expect(linesOf('a\nb', 10)).toBe(2)
  expect(cellText('plain')).toBe('plain')
})
