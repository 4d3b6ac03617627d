import { describe, expect, it } from 'vitest'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import { CHECK_CODES, CHECK_SAYS, type CheckCode, judge } from '#shared/diagnostics/checks.ts'
import type { DiagnosticFacts } from '#shared/diagnostics/facts.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const MB = 2 ** 20

const WELL: DiagnosticFacts = {
  today: PlainDate.parse('2026-11-23'),
  folder: { writable: true, free: 5000 * MB, floor: 500 * MB },
  journal: { records: 120, isBroken: false },
  lists: { known: 120, isAhead: false },
  keyrings: { found: 2, areAlike: true },
  key: { protection: 'system', guarded: true, paper: true },
  audit: { records: 40, isBroken: false },
  clock: { believed: true },
  zone: { system: 300, office: 300, almaty: 300 },
  calendar: [
    { year: 2026, status: 'approved' },
    { year: 2027, status: 'approved' },
  ],
  printers: { found: 2, chosen: true },
  store: { backing: 'leveldb', persisted: true },
  versions: { program: '0.1.0', electron: '45.4.1', chromium: '153.0.0.1', node: '24.18.1' },
  memory: { total: 8000 * MB, free: 2000 * MB },
  screen: { width: 1366, height: 768 },
}

type Part = Partial<{ [K in keyof DiagnosticFacts]: Partial<DiagnosticFacts[K]> }>

function factsWith(part: Part): DiagnosticFacts {
  const changed = Object.entries(part).map(([name, value]) => {
    const own = WELL[name as keyof DiagnosticFacts]
    return [name, typeof value === 'object' && !Array.isArray(value) ? { ...(own as object), ...value } : value]
  })
  return { ...WELL, ...Object.fromEntries(changed) }
}

function said(code: CheckCode, part: Part = {}) {
  const check = judge(factsWith(part)).find(one => one.code === code)
  return check && { say: check.say, state: check.state, params: check.params }
}

describe('a desk where all is well', () => {
  it('passes every check, each under its own number', () => {
    const checks = judge(WELL)
    expect(checks.map(({ number }) => number)).toEqual(CHECK_CODES.map((_, place) => place + 1))
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([])
  })
})

describe('what is wrong is told', () => {
  it.each<[CheckCode, Part, string, string]>([
    ['folder', { folder: { writable: false } }, 'folder_refused', 'bad'],
    ['space', { folder: { free: 900 * MB } }, 'space_low', 'warning'],
    ['space', { folder: { free: 499 * MB } }, 'space_under', 'bad'],
    ['space', { folder: { free: null } }, 'space_unknown', 'warning'],
    ['journal', { journal: { isBroken: true } }, 'journal_broken', 'bad'],
    ['lists', { lists: { known: 100 } }, 'lists_behind', 'ok'],
    ['lists', { lists: { isAhead: true } }, 'lists_ahead', 'bad'],
    ['lists', { lists: { known: null } }, 'lists_unknown', 'warning'],
    ['keyring', { keyrings: { found: 1, areAlike: false } }, 'keyring_one', 'warning'],
    ['keyring', { keyrings: { areAlike: false } }, 'keyring_differ', 'warning'],
    ['key', { key: { guarded: false } }, 'key_system', 'ok'],
    ['key', { key: { guarded: false, protection: 'plain' } }, 'key_plain', 'warning'],
    ['key', { key: { protection: 'plain' } }, 'key_password_plain', 'warning'],
    ['paper', { key: { paper: false } }, 'paper_none', 'warning'],
    ['audit', { audit: { isBroken: true } }, 'audit_broken', 'bad'],
    ['clock', { clock: { believed: false } }, 'clock_doubted', 'bad'],
    ['zone', { zone: { almaty: 360 } }, 'zone_old', 'bad'],
    ['zone', { zone: { system: 180 } }, 'zone_other', 'warning'],
    ['printer', { printers: { found: 0, chosen: null } }, 'printer_none', 'warning'],
    ['printer', { printers: { chosen: false } }, 'printer_gone', 'warning'],
    ['store', { store: { backing: 'sqlite', persisted: false } }, 'store_evictable', 'ok'],
    ['store', { store: { backing: null } }, 'store_none', 'warning'],
    ['versions', { versions: { electron: null } }, 'versions_chromium', 'warning'],
    ['versions', { versions: { electron: '43.1.0' } }, 'versions_ending', 'warning'],
    ['versions', { versions: { electron: '40.0.0' } }, 'versions_ended', 'bad'],
    ['memory', { memory: { total: 2000 * MB } }, 'memory_little', 'warning'],
    ['screen', { screen: { width: 1024 } }, 'screen_small', 'warning'],
  ])('%s: %j says %s', (code, part, say, state) => {
    expect(said(code, part)).toMatchObject({ say, state })
  })

  it('tzdata that still put Almaty an hour ahead are old, wherever the machine stands (fault 42)', () => {
    expect(said('zone', { zone: { almaty: 360, system: 360 } })?.say).toBe('zone_old')
  })
})

describe('the calendar of next year (fault 44)', () => {
  const year2026 = [{ year: 2026, status: 'approved' as const }]
  const on = (day: string, calendar: DiagnosticFacts['calendar']) => {
    const check = judge({ ...WELL, today: PlainDate.parse(day), calendar }).find(one => one.code === 'calendar')
    return [check?.say, check?.params.year]
  }

  it('is asked for from 1 October, not a day before', () => {
    expect(on('2026-09-30', year2026)).toEqual(['calendar_ok', 2026])
    expect(on('2026-10-01', year2026)).toEqual(['calendar_missing', 2027])
  })

  it('one not approved yet is told as such', () => {
    expect(on('2026-10-01', [...year2026, { year: 2027, status: 'provisional' }])).toEqual([
      'calendar_provisional',
      2027,
    ])
    expect(on('2027-01-01', year2026)).toEqual(['calendar_missing', 2027])
  })
})

describe('the end of support', () => {
  const on = (day: string) => judge({ ...WELL, today: PlainDate.parse(day) }).find(one => one.code === 'versions')?.say

  it('is told 60 days before and after', () => {
    expect([on('2027-03-04'), on('2027-03-05'), on('2027-05-04'), on('2027-05-05')]).toEqual([
      'versions_ok',
      'versions_ending',
      'versions_ending',
      'versions_ended',
    ])
  })
})

it('what is not well says what to do, in both languages', () => {
  for (const [say, state] of Object.entries(CHECK_SAYS)) {
    for (const texts of [kk, ru] as Record<string, string>[]) {
      expect(texts[`check.say.${say}`], say).toBeTruthy()
      expect(texts[`check.do.${say}`] !== undefined, say).toBe(state !== 'ok')
    }
  }
})
