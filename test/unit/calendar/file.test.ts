import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readFile } from '#electron/desk/calendar-file.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import { writeTable } from '#electron/files/workbook/table-workbook.ts'
import { translator } from '#electron/i18n.ts'
import { calendarTable } from '#renderer/features/calendar/calendar-table.ts'
import { withDay } from '#shared/calendar/changes.ts'
import { calendarFileText, type FileYear, readCalendarText } from '#shared/calendar/file.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const ACT = { kk: 'Бұйрық № 415', ru: 'Приказ № 415' }
const YEARS: FileYear[] = SEED_CALENDAR.years.map(year => ({ year, act: ACT }))

interface LooseFile {
  version: number
  years: { status: string; days: object[] }[]
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'calendar-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function given(name: string, bytes: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

const read = async (name: string, bytes: string | Uint8Array) =>
  readFile(await given(name, bytes), spawnSourceTableWorker)
const changed = (change: (file: LooseFile) => void) => {
  const file: LooseFile = JSON.parse(calendarFileText(YEARS.slice(2, 3)))
  change(file)
  return JSON.stringify(file)
}

describe('a file of years', () => {
  it('comes back as it went out, whatever its name and with a mark of order before it', async () => {
    expect(await read('years.json', calendarFileText(YEARS))).toEqual({ years: YEARS, problems: [] })
    expect(await read('years.txt', `\ufeff${calendarFileText(YEARS)}`)).toEqual({ years: YEARS, problems: [] })
  })

  it('says what it is: another file, a damaged one, one of a newer program is refused with its reason', async () => {
    for (const text of ['{', '{}', '[]', '{"format":"other","version":1,"years":[]}']) {
      await expect(read('bad.json', text)).rejects.toMatchObject({ detail: { code: 'calendar.not_calendar' } })
    }
    const newer = changed(file => {
      file.version = 2
    })
    await expect(read('newer.json', newer)).rejects.toMatchObject({ detail: { code: 'calendar.newer_file' } })
    await expect(read('paper.json', '%PDF-1.7')).rejects.toMatchObject({ detail: { code: 'table.wrong_kind' } })
  })

  test.each([
    ['date_unreadable', 3, (day: object) => Object.assign(day, { date: '2026-02-30' })],
    ['date_unreadable', 3, (day: object) => Object.assign(day, { date: '2027-01-07' })],
    ['day_twice', 3, (day: object) => Object.assign(day, { date: '2026-01-01' })],
    ['kind_unknown', 3, (day: object) => Object.assign(day, { mark: 'feast' })],
    ['name_missing', 3, (day: object) => Object.assign(day, { name: { kk: ' ', ru: 'Рождество' } })],
    ['row_unreadable', 3, (day: object) => Object.assign(day, { more: 1 })],
  ] as const)('tells the day that cannot be read: %s', (code, row, spoil) => {
    const text = changed(file => {
      spoil(file.years[0]!.days[row - 1]!)
    })
    const found = readCalendarText(text)
    expect(found.ok && found.value.problems).toEqual([{ row, year: 2026, code }])
  })

  it('tells a year that cannot be read or stands twice', () => {
    const spoilt = readCalendarText(
      changed(file => {
        file.years[0]!.status = 'perhaps'
      }),
    )
    expect(spoilt.ok && spoilt.value.problems).toEqual([{ row: 0, year: 2026, code: 'year_unreadable' }])
    const twice = readCalendarText(
      changed(file => {
        file.years.push(file.years[0]!)
      }),
    )
    expect(twice.ok && twice.value).toMatchObject({ problems: [{ year: 2026, code: 'year_unreadable' }] })
    expect(twice.ok && twice.value.years).toHaveLength(1)
  })
})

describe.each(['kk', 'ru'] as const)('a year as an Excel table, %s', language => {
  const t = translator(language) as Parameters<typeof calendarTable>[2]
  const both = { kk: 'Қала күні; =1+1', ru: '"День города", 2026' }
  const day = { date: PlainDate.parse('2026-12-31'), mark: 'short' as const, key: 'short_day', name: both, act: ACT }

  test.each(SEED_CALENDAR.years.slice(1, 3))('$year comes back as it went out', async year => {
    const edited = year.year === 2026 ? withDay(year, day) : year
    const bytes = await writeTable(calendarTable(edited, 'x', t))
    const { years, problems } = await read(`${language}.xlsx`, bytes)
    expect(problems).toEqual([])
    expect(years.map(one => one.year)).toEqual([edited])
  })

  it('tells each row that cannot be taken, by its place in the sheet', async () => {
    const table = calendarTable(SEED_CALENDAR.years[2]!, 'x', t)
    const rows = table.rows.map(row => [...row])
    rows[0]![0] = '32.01.2026'
    rows[1]![1] = 'мерекеше'
    rows[2]![3] = ''
    rows[3]![0] = rows[4]![0]!
    rows[5]![6] = '?'
    const { problems } = await read('rows.xlsx', await writeTable({ ...table, rows }))
    expect(problems).toEqual([
      { row: 3, year: null, code: 'date_unreadable' },
      { row: 4, year: null, code: 'kind_unknown' },
      { row: 5, year: null, code: 'name_missing' },
      { row: 7, year: 2026, code: 'day_twice' },
      { row: 8, year: 2026, code: 'status_unknown' },
    ])
  })

  it('with other columns is no calendar', async () => {
    const bytes = await writeTable({ title: 'x', columns: ['A', 'B'], rows: [['1', '2']] })
    await expect(read('other.xlsx', bytes)).rejects.toMatchObject({ detail: { code: 'calendar.not_calendar' } })
  })
})

test('dates may be written as people do, and one row that is not approved makes the year provisional', async () => {
  const table = calendarTable(SEED_CALENDAR.years[2]!, 'x', translator('ru') as Parameters<typeof calendarTable>[2])
  const rows = table.rows.map(row => [...row])
  rows[0]![0] = '1 января 2026 г.'
  rows[1]![0] = '2026-01-02'
  rows[9]![6] = translator('kk')('calendar.status.provisional').toUpperCase()
  const bytes = await writeTable({ ...table, rows })
  const { years, problems } = await read('people.xlsx', bytes)
  expect(problems).toEqual([])
  expect(years[0]?.year).toEqual({ ...SEED_CALENDAR.years[2], status: 'provisional' })
})
