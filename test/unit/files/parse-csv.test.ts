import { describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'

const LIMITS = { ...TABLE_LIMITS, rows: 100, columns: 10 }
const TEXT = 'Тегі;Аты;ЖСН\r\nӘбдірахманов;Мәлік;060702566637\r\n\r\nҚасымова;"Қарлығаш; Дина";1'
const ROWS = [
  ['Тегі', 'Аты', 'ЖСН'],
  ['Әбдірахманов', 'Мәлік', '060702566637'],
  [null],
  ['Қасымова', 'Қарлығаш; Дина', '1'],
]

async function rowsOf(bytes: Buffer): Promise<unknown> {
  const result = await parseTable(bytes, LIMITS)
  return result.ok ? result.value.sheets[0]?.rows : result.error.code
}

/** Cyrillic of windows-1251: the alphabet stands in one block from 0xC0 on. */
function windows1251(text: string): Buffer {
  const codes = [...text].map(letter => {
    const code = letter.codePointAt(0) ?? 63
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
  })
  return Buffer.from(codes)
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16()
}

describe('a CSV file in whatever a spreadsheet saves', () => {
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-8 without', Buffer.from(TEXT)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 of the other order', swapped(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))],
    ['UTF-16 of the other order without a mark', swapped(Buffer.from(TEXT, 'utf16le'))],
    ['commas', Buffer.from(TEXT.replaceAll(';', ',').replace('"Қарлығаш,', '"Қарлығаш;'))],
    ['tabs', Buffer.from(TEXT.replaceAll(/;(?! )/g, '\t'))],
    ['the spreadsheet hint of its delimiter', Buffer.from(`\ufeffsep=;\r\n${TEXT}`)],
    ['line feeds only, and blank lines at the end', Buffer.from(`${TEXT.replaceAll('\r', '')}\n\n\n`)],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(ROWS)
  })

  test('windows-1251, as older Russian Windows saves', async () => {
    expect(await rowsOf(windows1251('Фамилия;Имя\r\nПетров;Андрей'))).toEqual([
      ['Фамилия', 'Имя'],
      ['Петров', 'Андрей'],
    ])
  })

  test('a copy broken off inside a letter stays UTF-8', async () => {
    const bytes = Buffer.from(`${TEXT.slice(0, -1)}ә`)
    expect(await rowsOf(bytes.subarray(0, -1))).toMatchObject([
      ROWS[0],
      ROWS[1],
      [null],
      ['Қасымова', 'Қарлығаш; Дина', '\ufffd'],
    ])
  })

  test('a stray quote does not swallow the rows after it', async () => {
    const text = 'n;org;iin\n1;"Достык ТОО;2\n3;ТОО "Береке";4\n5;x;6\n'
    expect(await rowsOf(Buffer.from(text))).toEqual([
      ['n', 'org', 'iin'],
      ['1', '"Достык ТОО', '2'],
      ['3', 'ТОО "Береке"', '4'],
      ['5', 'x', '6'],
    ])
  })

  test('too many rows, columns or letters are told, not cut', async () => {
    expect(await rowsOf(Buffer.from('a;b\n'.repeat(101)))).toBe('table.too_many_rows')
    expect(await rowsOf(Buffer.from(`${'a;'.repeat(10)}a\n`))).toBe('table.too_many_columns')
    expect(await rowsOf(Buffer.from(`a;${'b'.repeat(32_768)}\n`))).toBe('table.cell_too_long')
    expect(await rowsOf(Buffer.from(' \n;;\n'.replace(' ', '')))).toBe('table.empty')
  })
})
