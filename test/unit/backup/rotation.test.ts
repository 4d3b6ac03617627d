import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isCheckDue, isCopyDue } from '#shared/backup/due.ts'
import { type BackupKind, backupName, isHeld, readBackupName } from '#shared/backup/model.ts'
import { type Kept, whichGo } from '#shared/backup/rotation.ts'
import { InstallationId } from '#shared/change/action.ts'

const OWN = InstallationId.parse('k3v9q0w8z1m5t7ab')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-11-23T12:00:00Z')

function copy(at: number, said: Partial<Kept> = {}): Kept {
  const madeAt = new Date(at).toISOString()
  const kind = said.kind ?? 'daily'
  return { name: `${backupName(OWN, madeAt, kind)}${said.records ?? ''}`, madeAt, kind, records: 100, ...said }
}

const copies = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: NOW + 400 * DAY }),
    kind: fc.constantFrom<BackupKind>('daily', 'asked', 'before_version', 'before_restore', 'rescue'),
    records: fc.option(fc.nat(5000), { nil: null }),
  }),
  { maxLength: 90 },
)

it('whatever the clock said: the copy just made, the newest and the one with the most records are never let go', () => {
  fc.assert(
    fc.property(copies, fc.nat(), (asked, which) => {
      const kept = asked.map(({ at, ...said }, place) => ({ ...copy(at, said), name: `copy-${place}` }))
      const made = kept[which % Math.max(kept.length, 1)]?.name ?? null
      const gone = new Set(whichGo(kept, made))
      const left = kept.filter(({ name }) => !gone.has(name))
      expect(made === null || !gone.has(made)).toBe(true)
      const newest = kept
        .map(({ madeAt }) => madeAt)
        .sort()
        .at(-1)
      expect(
        left
          .map(({ madeAt }) => madeAt)
          .sort()
          .at(-1),
      ).toBe(newest)
      const most = Math.max(-1, ...kept.map(({ records }) => records ?? -1))
      expect(Math.max(-1, ...left.map(({ records }) => records ?? -1))).toBe(most)
      expect(left.length).toBeGreaterThanOrEqual(Math.min(kept.length, 3))
      expect(left.length).toBeLessThanOrEqual(3 + 7 + 5 + 12 + 12 + 2)
      // Letting go once more lets nothing go that stayed.
      expect(whichGo(left, made)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

it('three years of a copy every four hours come to a handful: days, weeks and months back', () => {
  let kept: Kept[] = []
  for (let at = NOW - 3 * 365 * DAY; at <= NOW; at += 4 * HOUR) {
    const made = copy(at, { records: Math.floor((at - NOW) / HOUR) + 40_000 })
    kept.push(made)
    const gone = new Set(whichGo(kept, made.name))
    kept = kept.filter(({ name }) => !gone.has(name))
  }
  expect(kept.length).toBeLessThanOrEqual(24)
  const oldest = Math.min(...kept.map(({ madeAt }) => Date.parse(madeAt)))
  expect((NOW - oldest) / DAY).toBeGreaterThan(300)
  const ages = kept.map(({ madeAt }) => Math.floor((NOW - Date.parse(madeAt)) / DAY))
  for (const day of [0, 1, 2, 3, 4, 5]) expect(ages).toContain(day)
})

it('a clock put back to 1970 takes no copy away: what was made then has the most records', () => {
  const before = [1, 2, 3, 4].map(days => copy(NOW - days * DAY, { records: 1000 - days }))
  const made = copy(1000, { records: 1001 })
  expect(whichGo([...before, made], made.name)).not.toContain(made.name)
  expect(whichGo([...before, made], null)).not.toContain(made.name)
})

it('a copy is due when something was written: at once at the end of the day, else every four hours', () => {
  const facts = { now: NOW, openSince: NOW - HOUR, records: 10, isEnding: false }
  const last = (hours: number, records = 9, bytes = 1e6) => ({ at: NOW - hours * HOUR, records, bytes })
  expect(isCopyDue({ ...facts, last: null })).toBe(true)
  expect(isCopyDue({ ...facts, last: null, openSince: NOW - 60_000 })).toBe(false)
  expect(isCopyDue({ ...facts, last: null, openSince: NOW, isEnding: true })).toBe(true)
  expect(isCopyDue({ ...facts, last: null, records: 0, isEnding: true })).toBe(false)
  expect(isCopyDue({ ...facts, last: last(3) })).toBe(false)
  expect(isCopyDue({ ...facts, last: last(4) })).toBe(true)
  expect(isCopyDue({ ...facts, last: last(90, 10) })).toBe(false)
  expect(isCopyDue({ ...facts, last: last(1), isEnding: true })).toBe(true)
  expect(isCopyDue({ ...facts, last: last(-90) })).toBe(true)
  // A large one keeps the program from ending: once a day.
  expect(isCopyDue({ ...facts, last: last(1, 9, 1e9), isEnding: true })).toBe(false)
  expect(isCopyDue({ ...facts, last: last(20, 9, 1e9), isEnding: true })).toBe(true)
  expect([isCheckDue(NOW, null), isCheckDue(NOW, NOW - 6 * DAY), isCheckDue(NOW, NOW - 7 * DAY)]).toEqual([
    true,
    false,
    true,
  ])
})

it('the name of a copy says whose it is, when it was made and why', () => {
  const madeAt = '2026-11-23T07:08:09.000Z'
  const kinds = ['daily', 'asked', 'before_version', 'before_restore', 'rescue'] as const
  for (const kind of kinds) {
    expect(readBackupName(backupName(OWN, madeAt, kind))).toEqual({ installation: OWN, madeAt, kind })
  }
  expect(readBackupName('qabyldau.qbackup')).toBeNull()
})

it('paths that lead out of the folder, or are none of its own, are not held', () => {
  const held = [
    'head',
    'stamp.json',
    'keys/office.key',
    'keys/subjects.ring.2',
    `journal/${OWN}/000001.seg`,
    `audit/${OWN}/000001.log`,
    'drafts/register',
    'answers/drafts/k3j9x0',
    'papers/abcdefghij0123456789.p1',
  ]
  expect(held.filter(path => !isHeld(path))).toEqual([])
  const refused = [
    ...['../head', '/head', 'keys/../head', 'keys/office.key/x', 'drafts/../../x', 'drafts/.x', 'C:/head'],
    ...['drafts\\x', 'journal/x/000001.seg', 'prints/j', 'sentinel.json', 'keys/tries', 'drafts/a.tmp', 'head\0'],
  ]
  expect(refused.filter(isHeld)).toEqual([])
})
