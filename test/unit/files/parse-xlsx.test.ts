import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { isDateFormat } from '#electron/files/table/xlsx-styles.ts'
import type { Table } from '#shared/import/table.ts'
import type { Result } from '#shared/result/result.ts'
import { samplePath } from '#test/fixtures/import/expected.ts'
import { type MadePart, makeZip, workbookParts, worksheet } from '#test/fixtures/import/make-zip.ts'

const LIMITS = { ...TABLE_LIMITS, rows: 1000, columns: 50 }

function parse(sheet: string, more: MadePart[] = []): Promise<Result<Table>> {
  return parseTable(makeZip(workbookParts(sheet, more)), LIMITS)
}

async function rowsOf(sheet: string, more: MadePart[] = []): Promise<unknown> {
  const result = await parse(sheet, more)
  return result.ok ? result.value.sheets[0]?.rows : result.error
}

async function codeOf(result: Promise<Result<Table>>): Promise<string> {
  const answer = await result
  return answer.ok ? 'read' : answer.error.code
}

const A_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'

describe('files made to bring the desk down', () => {
  test('a part that says it unpacks to gigabytes is refused before anything is unpacked', async () => {
    const bomb = makeZip(workbookParts('x', [{ name: 'xl/media/a', data: 'x', claims: { unpacked: 4_000_000_000 } }]))
    expect(await parseTable(bomb, LIMITS)).toEqual({
      ok: false,
      error: { code: 'table.unpacks_too_large', params: { megabytes: 250 } },
    })
  })

  test('many middling parts are refused by their sum', async () => {
    const parts = Array.from({ length: 10 }, (_, index) => ({
      name: `xl/${index}`,
      data: Buffer.alloc(900_000, index),
    }))
    expect(await codeOf(parseTable(makeZip(workbookParts('x', parts)), { ...LIMITS, unpackedBytes: 5_000_000 }))).toBe(
      'table.unpacks_too_large',
    )
  })

  test('a part that packs beyond belief is refused by its ratio', async () => {
    expect(await codeOf(parse(worksheet(' '.repeat(5_000_000))))).toBe('table.unpacks_too_large')
  })

  test('a part that unpacks to more than it says is cut off', async () => {
    const liar = {
      name: 'xl/worksheets/sheet1.xml',
      data: worksheet(A_ROW.padEnd(3_000_000)),
      claims: { unpacked: 200 },
    }
    expect(await codeOf(parse('', [liar]))).toBe('table.broken')
  })

  test('too many parts', async () => {
    const parts = Array.from({ length: 1100 }, (_, index) => ({ name: `xl/${index}`, data: '' }))
    expect(await codeOf(parse(worksheet(A_ROW), parts))).toBe('table.unpacks_too_large')
  })

  test('entities that multiply are refused with their document type', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${worksheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>').slice(38)}`
    expect(await codeOf(parse(bomb))).toBe('table.broken')
  })

  test('one long shared text in a million cells is counted as often as it stands', async () => {
    const strings = { name: 'xl/sharedStrings.xml', data: `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>` }
    const cells = Array.from(
      { length: 900 },
      (_, row) => `<row r="${row + 1}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`,
    )
    expect(await codeOf(parse(worksheet(cells.join('')), [strings]))).toBe('table.too_many_cells')
  })

  test.each([
    ['<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'table.too_many_rows'],
    ['<row r="1"><c r="XFD1"><v>1</v></c></row>', 'table.too_many_columns'],
    [`<row r="1"><c r="A1" t="inlineStr"><is><t>${'\u0436'.repeat(32_768)}</t></is></c></row>`, 'table.cell_too_long'],
    ['<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>', 'table.broken'],
    ['<row r="-5"><c r="A1"><v>1</v></c></row>', 'table.broken'],
    ['<row r="1"><c r="1A"><v>1</v></c></row>', 'table.broken'],
    ['<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'table.broken'],
    ['<row r="1"><c r="A1"><v>1</v></row>', 'table.broken'],
    ['', 'table.empty'],
  ])('%.40s is %s', async (rows, code) => {
    expect(await codeOf(parse(worksheet(rows)))).toBe(code)
  })

  test('a style on an empty cell at the end of the sheet is nothing, not too many rows', async () => {
    expect(await rowsOf(worksheet(`${A_ROW}<row r="1048576"><c r="XFD1048576" s="1"/></row>`))).toEqual([[1]])
  })

  test('a flipped byte is found by the checksum', async () => {
    const wrong = { name: 'xl/worksheets/sheet1.xml', data: worksheet(A_ROW), claims: { sum: 12345 } }
    expect(await codeOf(parse('', [wrong]))).toBe('table.broken')
  })

  test('an encrypted part', async () => {
    const locked = { name: 'xl/worksheets/sheet1.xml', data: worksheet(A_ROW), claims: { flags: 1 } }
    expect(await codeOf(parse('', [locked]))).toBe('table.encrypted')
  })

  test('a journal cut at any place is told broken, and never read in part', async () => {
    const whole = readFileSync(samplePath('journal-2026-q3.xlsx'))
    for (let cut = 4; cut < whole.length; cut += 2003) {
      const code = await codeOf(parseTable(whole.subarray(0, cut), LIMITS))
      expect(code, `cut at ${cut}`).toMatch(/^table\.(broken|wrong_kind)$/)
    }
  })

  test('a journal with any byte changed is read whole or told broken', async () => {
    const whole = readFileSync(samplePath('journal-2026-q3.xlsx'))
    const good = await parseTable(whole, LIMITS)
    for (let at = 50; at < whole.length; at += 1709) {
      const hurt = Buffer.from(whole)
      hurt[at] = (hurt[at] ?? 0) ^ 0x5a
      const result = await parseTable(hurt, LIMITS)
      if (result.ok) expect(result.value, `byte ${at}`).toEqual(good.ok && good.value)
      else expect(result.error.code).toMatch(/^table\./)
    }
  })
})

describe('other kinds of files', () => {
  const ole = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'
  test.each([
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from(ole, 'latin1'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'table.encrypted',
    ],
    [
      'the format of before 2007',
      Buffer.concat([Buffer.from(ole, 'latin1'), Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]),
      'table.old_excel',
    ],
    ['an old text document', Buffer.concat([Buffer.from(ole, 'latin1'), Buffer.alloc(600)]), 'table.wrong_kind'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'table.wrong_kind'],
    ['a page saved as .xls', Buffer.from('<html><table></table></html>'), 'table.wrong_kind'],
    ['a picture', Buffer.from('\u0089PNG\r\n', 'latin1'), 'table.wrong_kind'],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)), 'table.wrong_kind'],
    ['nothing', Buffer.alloc(0), 'table.empty'],
    ['a zip of something else', makeZip([{ name: 'readme.txt', data: 'x' }]), 'table.wrong_kind'],
    [
      'a text document of today',
      makeZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
      'table.wrong_kind',
    ],
    ['only the head of a zip', Buffer.from('PK\u0003\u0004'), 'table.broken'],
  ])('%s is told apart', async (_, bytes, code) => {
    expect(await codeOf(parseTable(bytes, LIMITS))).toBe(code)
  })
})

describe('cells of a workbook', () => {
  const styles = {
    name: 'xl/styles.xml',
    data: '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-43F]d mmmm yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="4"/></cellXfs></styleSheet>',
  }

  test('numbers, days, texts, truth values and errors', async () => {
    const strings = {
      name: 'xl/sharedStrings.xml',
      data: '<sst><si><r><t>ab</t></r><r><t xml:space="preserve"> c</t></r><rPh><t>no</t></rPh></si></sst>',
    }
    const row = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>60702566637</v></c><c r="C2" s="1"><v>46204</v></c><c r="D2" s="2"><v>46204.5</v></c><c r="E2" s="3"><v>1.5E3</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>x_x000A_y</v></c><c t="inlineStr"><is><t>in</t></is></c><c r="L2" t="s"/></row>`
    expect(await rowsOf(worksheet(row), [styles, strings])).toEqual([
      [],
      ['ab c', 60702566637, { serial: 46204 }, { serial: 46204.5 }, 1500, true, { error: '#REF!' }, 'x\ny', 'in'],
    ])
  })

  test('days of the 1904 system are carried over to the 1900 system', async () => {
    const workbook = {
      name: 'xl/workbook.xml',
      data: '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="J" r:id="r1"/></sheets></workbook>',
    }
    expect(await rowsOf(worksheet('<row r="1"><c r="A1" s="1"><v>44742</v></c></row>'), [styles, workbook])).toEqual([
      [{ serial: 46204 }],
    ])
  })

  test.each([
    ['dd.mm.yyyy', true],
    ['[$-419]d mmm yy', true],
    ['[h]:mm:ss', true],
    ['General', false],
    ['#,##0.00', false],
    ['0%', false],
    ['"day" 0', false],
    ['[Red]0', false],
    ['000000000000', false],
    ['# ##0 [$\u20b8-43F]', false],
  ])('format %s shows a day: %s', (code, expected) => {
    expect(isDateFormat(code)).toBe(expected)
  })
})
