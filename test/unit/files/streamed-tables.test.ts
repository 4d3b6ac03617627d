import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inertText } from '#electron/files/streamed/inert-text.ts'
import { tableWriter } from '#electron/files/streamed/writer.ts'
import type { Cell, TableForm, TableHead } from '#shared/ipc/tables.ts'
import { hostileTexts } from './hostile-cells.ts'

const HOSTILE = hostileTexts(10_000)
const ACROSS = 4

const HEAD: TableHead = {
  language: 'kk',
  title: '=1+1',
  told: ['@SUM(A1)', '-2'],
  notes: ['=2+2'],
  columns: [
    { title: '+1', kind: 'text' },
    { title: 'Бір', kind: 'text' },
    { title: 'Екі', kind: 'text' },
    { title: 'Үш', kind: 'text' },
    { title: 'Күні', kind: 'date' },
    { title: 'Саны', kind: 'number' },
  ],
}

const ROWS: Cell[][] = Array.from({ length: HOSTILE.length / ACROSS }, (_, row) => [
  ...HOSTILE.slice(row * ACROSS, (row + 1) * ACROSS),
  '2026-11-22',
  row - 1000,
])

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hostile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function written(form: TableForm, head: TableHead = HEAD, rows: Cell[][] = ROWS): Promise<Uint8Array> {
  const writer = tableWriter(form, head)
  for (let at = 0; at < rows.length; at += 1000) await writer.add(rows.slice(at, at + 1000))
  return writer.end()
}

/** Opened and written anew by LibreOffice, formulas of a text file let in: what it takes for what. */
async function throughOffice(form: TableForm, bytesOf = written(form)): Promise<ExcelJS.Worksheet> {
  const source = path.join(folder, `list.${form}`)
  await writeFile(source, await bytesOf)
  const into = path.join(folder, `out-${form}`)
  const asText = form === 'csv' ? ['--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1,true'] : []
  const args = ['--headless', `-env:UserInstallation=file://${folder}/profile`, ...asText, '--convert-to', 'xlsx']
  await promisify(execFile)('soffice', [...args, '--outdir', into, source], { timeout: 110_000 })
  const workbook = new ExcelJS.Workbook()
  const bytes = await readFile(path.join(into, 'list.xlsx'))
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook.worksheets[0]!
}

function formulasIn(sheet: ExcelJS.Worksheet): string[] {
  const found: string[] = []
  sheet.eachRow(row =>
    row.eachCell(cell => {
      if (cell.type === ExcelJS.ValueType.Formula || cell.type === ExcelJS.ValueType.Hyperlink) found.push(cell.address)
    }),
  )
  return found
}

/** Ends of lines are one sign in a file, and control signs are none. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\u0001', '')

describe('what a citizen typed runs in no table program', () => {
  test('of 10,000 hostile cells of a workbook none is a formula in LibreOffice, and each is what was typed', {
    timeout: 120_000,
  }, async () => {
    const sheet = await throughOffice('xlsx')
    expect(formulasIn(sheet)).toEqual([])
    const first = 2 + HEAD.told.length + 1
    const texts = ROWS.flatMap((_, row) => [1, 2, 3, 4].map(column => plain(sheet.getCell(first + row, column).text)))
    expect(texts).toEqual(HOSTILE.map(plain))
    expect(sheet.getCell(first, 5).value).toEqual(new Date('2026-11-22T00:00:00Z'))
    expect(sheet.getCell(first, 6).value).toBe(-1000)
  })

  test('of 10,000 hostile cells of a text file none is a formula in LibreOffice, and each is what was typed, inert', {
    timeout: 120_000,
  }, async () => {
    const sheet = await throughOffice('csv')
    expect(formulasIn(sheet)).toEqual([])
    const first = 1 + HEAD.told.length + HEAD.notes.length + 2
    const texts = ROWS.flatMap((_, row) => [1, 2, 3, 4].map(column => plain(sheet.getCell(first + row, column).text)))
    expect(texts).toEqual(HOSTILE.map(text => plain(inertText(text))))
    expect(sheet.getCell(first, 6).value).toBe(-1000)
    const raw = await throughOffice('csv', Promise.resolve(Buffer.from('"=1+1";"=HYPERLINK(""http://a.test"")"')))
    expect(formulasIn(raw), 'the office does run what is not made inert').toEqual(['A1', 'B1'])
  })

  test('ordinary texts are left as they are', () => {
    for (const text of ['', 'Қуандықов', '850101400019', '1-2', 'a=b', "Д'Артаньян", '(=)', '"Қайнар" ЖШС'])
      expect(inertText(text)).toBe(text)
    for (const text of HOSTILE) expect(inertText(text)).toBe(`'${text}`)
  })
})

describe('a text file', () => {
  test('has its mark, semicolons, quotes, dates and numbers as Excel of Kazakhstan reads them', async () => {
    const head: TableHead = { ...HEAD, title: 'Тізім', told: [], notes: [], columns: HEAD.columns.slice(3) }
    const bytes = await written('csv', head, [
      ['а;"б"\nв', '2026-11-02', 1.5],
      [null, '', null],
    ])
    expect(Buffer.from(bytes).toString('utf8')).toBe(
      '\ufeff"Тізім"\r\n"Үш";"Күні";"Саны"\r\n"а;""б""\nв";02.11.2026;1,5\r\n;;\r\n',
    )
  })
})

describe('a workbook', () => {
  test('is written as the rows come, with a sheet that says what was done', async () => {
    const bytes = await written('xlsx', { ...HEAD, title: 'Тізім' }, [['а', null, '', 'б', 'жоқ', null]])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
    const [sheet, notes] = workbook.worksheets
    expect(sheet?.getRow(4).values).toEqual([undefined, '+1', 'Бір', 'Екі', 'Үш', 'Күні', 'Саны'])
    expect(sheet?.getCell('A5').value).toBe('а')
    expect(sheet?.getCell('E5').value).toBe('жоқ')
    expect(notes?.getCell('A1').value).toBe('=2+2')
    expect(notes?.getCell('A1').type).toBe(ExcelJS.ValueType.String)
  })

  test('nothing listed is a list too', async () => {
    const workbook = new ExcelJS.Workbook()
    const bytes = await written('xlsx', HEAD, [])
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
    expect(workbook.worksheets).toHaveLength(2)
  })
})
