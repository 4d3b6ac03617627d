import { z } from 'zod'
import { partsOf, toEpochDay } from '../time/plain-date.ts'
import type { DiagnosticFacts } from './facts.ts'
import { electronEnd, isBeforeTable } from './support.ts'

/** The checks in their order, which gives each its number; a new one goes to the end. */
export const CHECK_CODES = [
  'folder',
  'space',
  'journal',
  'lists',
  'keyring',
  'key',
  'paper',
  'audit',
  'clock',
  'zone',
  'calendar',
  'printer',
  'store',
  'versions',
  'memory',
  'screen',
] as const
export type CheckCode = (typeof CHECK_CODES)[number]

/** What a check may say, each with its state; where it is not `ok`, `check.do.<say>` says what to do. */
export const CHECK_SAYS = {
  folder_ok: 'ok',
  folder_refused: 'bad',
  space_ok: 'ok',
  space_low: 'warning',
  space_under: 'bad',
  space_unknown: 'warning',
  journal_ok: 'ok',
  journal_broken: 'bad',
  lists_agree: 'ok',
  lists_behind: 'ok',
  lists_ahead: 'bad',
  lists_unknown: 'warning',
  keyring_ok: 'ok',
  keyring_one: 'warning',
  keyring_differ: 'warning',
  key_password: 'ok',
  key_password_plain: 'warning',
  key_system: 'ok',
  key_plain: 'warning',
  paper_made: 'ok',
  paper_none: 'warning',
  audit_ok: 'ok',
  audit_broken: 'bad',
  clock_ok: 'ok',
  clock_doubted: 'bad',
  zone_ok: 'ok',
  zone_old: 'bad',
  zone_other: 'warning',
  calendar_ok: 'ok',
  calendar_provisional: 'warning',
  calendar_missing: 'bad',
  printer_ok: 'ok',
  printer_none: 'warning',
  printer_gone: 'warning',
  store_ok: 'ok',
  store_evictable: 'ok',
  store_none: 'warning',
  versions_ok: 'ok',
  versions_ending: 'warning',
  versions_ended: 'bad',
  versions_chromium: 'warning',
  memory_ok: 'ok',
  memory_little: 'warning',
  screen_ok: 'ok',
  screen_small: 'warning',
} as const satisfies Record<string, 'ok' | 'warning' | 'bad'>
export type CheckSay = keyof typeof CHECK_SAYS

/** One check as it is shown and written. */
export const Check = z.strictObject({
  number: z.int().positive(),
  code: z.enum(CHECK_CODES),
  state: z.enum(['ok', 'warning', 'bad']),
  say: z.enum(Object.keys(CHECK_SAYS) as [CheckSay, ...CheckSay[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Check = z.infer<typeof Check>

type Said = readonly [CheckSay, Check['params']?]

const MEGABYTE = 2 ** 20
/** Under so much memory, in all or free, lists of many years are slow. */
const LITTLE = { total: 3500 * MEGABYTE, free: 300 * MEGABYTE }
/** The smallest screen every part of the desk fits on. */
const SMALLEST = { width: 1280, height: 700 }
/** So many days before its end a version is to be replaced. */
const BEFORE_END = 60
/** From this month on the calendar of the next year is needed. */
const NEXT_YEAR_FROM = 10

const JUDGES: Record<CheckCode, (facts: DiagnosticFacts) => Said> = {
  folder: ({ folder }) => [folder.writable ? 'folder_ok' : 'folder_refused'],
  space: ({ folder }) => space(folder),
  journal: ({ journal }) => [journal.isBroken ? 'journal_broken' : 'journal_ok', { records: journal.records }],
  lists: ({ lists, journal }) => ofLists(lists, journal.records),
  keyring: ({ keyrings: { found, areAlike } }) =>
    found < 2 ? ['keyring_one', { found }] : [areAlike ? 'keyring_ok' : 'keyring_differ'],
  key: ({ key: { protection, guarded } }) => {
    if (guarded) return [protection === 'system' ? 'key_password' : 'key_password_plain']
    return [protection === 'system' ? 'key_system' : 'key_plain']
  },
  paper: ({ key }) => [key.paper ? 'paper_made' : 'paper_none'],
  audit: ({ audit }) => [audit.isBroken ? 'audit_broken' : 'audit_ok', { records: audit.records }],
  clock: ({ clock }) => [clock.believed ? 'clock_ok' : 'clock_doubted'],
  zone: ({ zone }) => ofZone(zone),
  calendar: facts => ofCalendar(facts),
  printer: ({ printers: { found, chosen } }) => {
    if (found === 0) return ['printer_none']
    return [chosen === false ? 'printer_gone' : 'printer_ok', { found }]
  },
  store: ({ store: { backing, persisted } }) => {
    if (backing === null) return ['store_none']
    const kind = backing === 'leveldb' ? 'LevelDB' : 'SQLite'
    return [persisted === false ? 'store_evictable' : 'store_ok', { kind }]
  },
  versions: facts => ofVersions(facts),
  memory: ({ memory: { total, free } }) => [
    total < LITTLE.total || free < LITTLE.free ? 'memory_little' : 'memory_ok',
    { total: Math.round(total / MEGABYTE), free: Math.round(free / MEGABYTE) },
  ],
  screen: ({ screen: { width, height } }) => [
    width < SMALLEST.width || height < SMALLEST.height ? 'screen_small' : 'screen_ok',
    { width, height },
  ],
}

/** Judges what was gathered: every check once, in the order of their numbers. */
export function judge(facts: DiagnosticFacts): Check[] {
  return CHECK_CODES.map((code, place) => {
    const [say, params = {}] = JUDGES[code](facts)
    return { number: place + 1, code, state: CHECK_SAYS[say], say, params }
  })
}

function space({ free, floor }: DiagnosticFacts['folder']): Said {
  if (free === null) return ['space_unknown']
  const params = { free: Math.floor(free / MEGABYTE), floor: Math.round(floor / MEGABYTE) }
  if (free < floor) return ['space_under', params]
  return [free < 2 * floor ? 'space_low' : 'space_ok', params]
}

function ofLists({ known, isAhead }: DiagnosticFacts['lists'], records: number): Said {
  if (known === null) return ['lists_unknown']
  if (isAhead) return ['lists_ahead']
  return known === records ? ['lists_agree', { records }] : ['lists_behind', { behind: records - known }]
}

/** Zone data older than 2024-03-01 still say that Almaty is an hour ahead of the west. */
function ofZone({ system, office, almaty }: DiagnosticFacts['zone']): Said {
  if (almaty !== office) return ['zone_old']
  return system === office ? ['zone_ok'] : ['zone_other', { hours: (system - office) / 60 }]
}

function ofCalendar({ calendar, today }: DiagnosticFacts): Said {
  const { year, month } = partsOf(today)
  const needed = month >= NEXT_YEAR_FROM ? [year, year + 1] : [year]
  const found = needed.map(one => ({ year: one, status: calendar.find(known => known.year === one)?.status }))
  const missing = found.find(one => one.status === undefined)
  if (missing) return ['calendar_missing', { year: missing.year }]
  const provisional = found.find(one => one.status === 'provisional')
  if (provisional) return ['calendar_provisional', { year: provisional.year }]
  return ['calendar_ok', { year: needed.at(-1) ?? year }]
}

function ofVersions({ versions: { program, electron, chromium, node }, today }: DiagnosticFacts): Said {
  const engine = chromium ?? '-'
  if (electron === null) return ['versions_chromium', { program, chromium: engine, node }]
  const until = electronEnd(electron)
  const params = { program, electron, chromium: engine }
  if (until === null) return [isBeforeTable(electron) ? 'versions_ended' : 'versions_ok', params]
  const left = toEpochDay(until) - toEpochDay(today)
  if (left < 0) return ['versions_ended', params]
  return left <= BEFORE_END ? ['versions_ending', { ...params, until }] : ['versions_ok', params]
}
