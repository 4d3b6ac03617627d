import { describe, expect, it } from 'vitest'
import { COPY_KEYS, PORTAL_FIELDS, portalLines } from '#shared/eotinish/fields.ts'
import { type KnownRow, matchNumbers } from '#shared/eotinish/match.ts'
import { isSameEotinish } from '#shared/eotinish/number.ts'
import { readNumberTable } from '#shared/eotinish/number-table.ts'

describe('clause 25: a list of numbers is read by what it holds', () => {
  const ours = (serial: number) => `А-2026-${String(serial).padStart(6, '0')}`

  it.each([
    [
      'heads',
      [
        ['Күні', '№', 'Номер обращения'],
        ['2026-11-22', ours(1), 202600476575],
      ],
    ],
    ['letters', [['x', 900101400001, ours(1), 'ЖТ-2026-00476575']]],
    ['two columns', [[ours(1), '2026-00476575']]],
  ])('its columns are known by %s', (_, rows) => {
    const read = readNumberTable(rows)
    expect(
      read.ok && read.value.rows.map(({ number, eotinish }) => [number, isSameEotinish(eotinish, '202600476575')]),
    ).toEqual([[ours(1), true]])
  })

  it('a row without its number is told, a file without numbers is refused', () => {
    const read = readNumberTable([[ours(1), 'ЖТ-2026-00476575'], [ours(2)], [], ['итого', 1]])
    expect(read).toMatchObject({ ok: true, value: { rows: [{ row: 1 }], unread: [2] } })
    for (const rows of [[], [['a', 'b']], [[ours(1), 'жоқ']], [['ЖТ-2026-00476575', '2026']]]) {
      expect(readNumberTable(rows)).toMatchObject({ ok: false, error: { code: 'eotinish.no_columns' } })
    }
  })
})

describe('clause 25: nothing that stands is replaced unasked', () => {
  const row = (number: string, eotinish: string, at = 1) => ({ row: at, number, eotinish })
  const known = (id: string, eotinish: string, holder: string | null = null) =>
    ({ found: { id, head: 'h', eotinish }, holder }) as unknown as KnownRow
  const NOBODY: KnownRow = { found: null, holder: null }
  const states = (rows: ReturnType<typeof row>[], found: KnownRow[]) =>
    matchNumbers(rows, found).map(({ state }) => state)

  it.each([
    ['new', 'ЖТ-2026-0001', known('a', '')],
    ['same', 'жт 2026/0001', known('a', 'ЖТ-2026-0001', 'a')],
    ['differs', 'ЖТ-2026-0002', known('a', 'ЖТ-2026-0001')],
    ['unknown', 'ЖТ-2026-0001', NOBODY],
    ['doubled', 'ЖТ-2026-0001', known('a', '', 'b')],
    ['unusual', 'жоқ', known('a', '')],
  ])('%s', (state, eotinish, found) => {
    expect(states([row('А-1', eotinish)], [found])).toEqual([state])
  })

  it('one number for two, two numbers for one, and the same row twice', () => {
    const two = [row('А-1', 'ЖТ-2026-0001'), row('А-2', 'ЖТ 2026 0001', 2)]
    expect(states(two, [known('a', ''), known('b', '')])).toEqual(['doubled', 'doubled'])
    const one = [row('А-1', 'ЖТ-2026-0001'), row('А-1', 'ЖТ-2026-0002', 2)]
    expect(states(one, [known('a', ''), known('a', '')])).toEqual(['doubled', 'doubled'])
    const twice = [row('А-1', 'ЖТ-2026-0001'), row('А-1', 'ЖТ-2026-0001', 2)]
    expect(states(twice, [known('a', ''), known('a', '')])).toEqual(['new', 'same'])
  })
})

it('the portal is filled in its order, each field that holds something by the next key', () => {
  const all = Object.fromEntries(PORTAL_FIELDS.map(field => [field, field])) as Record<
    (typeof PORTAL_FIELDS)[number],
    string
  >
  const lines = portalLines({ ...all, organisation: ' ', bin: '' })
  expect(lines.map(({ field, key }) => `${key} ${field}`)).toEqual([
    ...['1 surname', '2 given', '3 patronymic', '4 iin', '5 phone', '6 address', '7 topic', '8 essence'],
    ...['9 language', '0 channel'],
  ])
  expect(portalLines(all)).toHaveLength(COPY_KEYS.length)
})
