import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { readTable } from '#electron/files/table/read-table.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import { splitRows } from '#electron/files/table/split-rows.ts'
import { makeZip, workbookParts, worksheet } from '#test/fixtures/import/make-zip.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'

/** As large as a file may be. */
const LARGEST = TABLE_LIMITS.fileBytes - 1000
const all = (sign: string) => Buffer.alloc(LARGEST, sign)

const BOMBS: readonly (readonly [string, () => Buffer, string])[] = [
  [
    'a part that says gigabytes',
    () => makeZip(workbookParts('x', [{ name: 'xl/a', data: 'x', claims: { unpacked: 4e9 } }])),
    'table.unpacks_too_large',
  ],
  [
    'a part that packs beyond belief',
    () => makeZip(workbookParts(worksheet(' '.repeat(5_000_000)))),
    'table.unpacks_too_large',
  ],
  ['a text of delimiters', () => all(';'), 'table.too_many_columns'],
  ['a text of quotes', () => all('"'), 'table.cell_too_long'],
  ['quotes that never pair', () => all('"a'), 'table.cell_too_long'],
  ['a text of empty lines', () => all('\n'), 'table.too_many_rows'],
  ['a text of line ends of two signs', () => all('\r\n'), 'table.too_many_rows'],
  ['one endless cell', () => all('x'), 'table.cell_too_long'],
  ['millions of rows', () => all('a;b\n'), 'table.too_many_rows'],
]

describe('a file made to bring the desk down', () => {
  // What stays of one is not counted to the next.
  it.each(BOMBS)('%s is refused in less than a second of work and with less than 150 MiB', async (name, make, code) => {
    const bytes = make()
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 5)
    const started = process.cpuUsage()
    const result = await readTable({ bytes }, spawnSourceTableWorker)
    const { user, system } = process.cpuUsage(started)
    clearInterval(watch)
    console.log(
      `${name}: ${Math.round((user + system) / 1000)} ms of work, ${Math.round((most - before) / 2 ** 20)} MiB`,
    )
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect((user + system) / 1000).toBeLessThan(1000)
    expect((most - before) / 2 ** 20).toBeLessThan(150)
  })
})

describe('rows as they are cut', () => {
  it('are those another reader finds, where quotes pair', () => {
    const seed = 20261123
    const random = seeded(seed)
    const parts = [
      '"',
      '"a"',
      '"a;b"',
      '"a\nb"',
      '""',
      '"a""b"',
      'a',
      'x y',
      ';',
      ';',
      ';',
      '\n',
      '\n',
      ' ',
      '"" ',
      'ә',
      '',
    ]
    let compared = 0
    for (let round = 0; round < 20_000; round++) {
      let text = ''
      for (let step = Math.floor(random() * 12); step >= 0; step--) text += parts[Math.floor(random() * parts.length)]
      const other = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' })
      const own = splitRows(text, { delimiter: ';', quoted: true, wanted: Number.POSITIVE_INFINITY }, TABLE_LIMITS)
      const isPaired = !other.errors.some(({ type }) => type === 'Quotes')
      if (!isPaired || text === '') continue
      compared += 1
      expect(own, `seed ${seed}: ${JSON.stringify(text)}`).toEqual(other.data)
    }
    expect(compared).toBeGreaterThan(5000)
  })

  it.each([
    ['a;b\r\nc;d\r\n', [['a', 'b'], ['c', 'd'], ['']]],
    [
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a\r\nb";c\r\nd', [['a\r\nb', 'c'], ['d']]],
    ['"a" ;b', [['a', 'b']]],
  ])('%j', (text, rows) => {
    expect(splitRows(text, { delimiter: ';', quoted: true, wanted: 99 }, TABLE_LIMITS)).toEqual(rows)
  })

  it.each(['"a', '"a"b;c', '"a" b', 'a;"b'])('%j has quotes that do not pair', text => {
    expect(splitRows(text, { delimiter: ';', quoted: true, wanted: 99 }, TABLE_LIMITS)).toBeNull()
    expect(splitRows(text, { delimiter: ';', quoted: false, wanted: 99 }, TABLE_LIMITS)).toEqual([text.split(';')])
  })
})
