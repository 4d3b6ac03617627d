import { expect, test } from 'vitest'
import { type CalendarDay, WorkCalendar } from '#shared/calendar/model.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { TERM_IDS, type TermId } from '#shared/regulation/model.ts'
import { countFrom, type ExplainedTerm, findTerm, getTerm } from '#shared/regulation/terms.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { daysOf, WALKED_RULES, type WalkedDay, type WalkedRule, walk } from './day-walker.ts'

/** Other tables: `TERMS_SEED=1 vitest run test/property/terms.test.ts`. */
const SEED = Number(process.env.TERMS_SEED ?? 20261122)
const PROFILES = Object.keys(WALKED_RULES) as ProfileId[]
/** The years walked, and one more on either side to end in. 1 January 2014 was a Wednesday. */
const [FIRST, LAST] = [2015, 2034]
const WEDNESDAY = 2

type Marks = Map<string, Pick<CalendarDay, 'mark' | 'key'>>
type Statuses = Map<number, 'approved' | 'provisional'>
interface Made {
  readonly marks: Marks
  readonly statuses: Statuses
  readonly calendar: WorkCalendar
}

function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Tables of twenty-two years: single holidays and long rows of them, days off moved to any day, working Saturdays and Sundays,
 * short days also at weekends, much of it about the turn of the year; some years crowded, some provisional, some without a table.
 */
function made(seed: number): Made {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const marks: Marks = new Map()
  const statuses: Statuses = new Map()
  const days = daysOf(FIRST - 1, LAST + 1, WEDNESDAY, new Map())
  for (let year = FIRST - 1; year <= LAST + 1; year += 1) {
    const kind = below(6)
    if (kind > 0) statuses.set(year, kind === 1 ? 'provisional' : 'approved')
    if (kind === 0) continue
    const own = days.filter(day => day.year === year)
    const dense = below(2) === 0
    for (let rows = dense ? 60 : 14; rows > 0; rows -= 1) {
      const turn = below(4) === 0 ? [0, own.length - 9][below(2)]! + below(9) : below(own.length)
      const mark = (['holiday', 'day_off_moved', 'working_moved', 'short'] as const)[below(4)]!
      const length = mark === 'holiday' ? 1 + below(dense ? 7 : 3) : 1
      for (const day of own.slice(turn, turn + length)) marks.set(day.date, { mark, key: `${mark}_made` })
    }
  }
  return { marks, statuses, calendar: calendarOf(marks, statuses) }
}

function calendarOf(marks: Marks, statuses: Statuses): WorkCalendar {
  const years = [...statuses].reverse().map(([year, status]) => ({
    year,
    status,
    days: [...marks]
      .filter(([date]) => date.startsWith(`${year}-`))
      .map(([date, row]) => ({ date, ...row, name: { kk: row.key, ru: row.mark }, act: { kk: '', ru: '' } })),
  }))
  return WorkCalendar.parse({ years })
}

const UNITS = ['working_days', 'calendar_days', 'months'] as const

/** What the walker says of a term, in the shape of the program's answer. */
function walked(days: readonly WalkedDay[], at: number, rule: WalkedRule, statuses: Statuses): object {
  const [act, clause, event, amount, unit, direction] = rule
  const { nominal, by, warnFrom, skipped } = walk(days, at, rule)
  const unsure = new Set<number>()
  for (let on = Math.min(at, by); on <= Math.max(at, by); on += 1) {
    const { year } = days[on]!
    if (statuses.get(year) !== 'approved') unsure.add(year)
  }
  return {
    ...{ clause: { act, clause }, event, amount, unit, direction: direction ?? 'after' },
    ...{ nominal: days[nominal]!.date, by: days[by]!.date, warnFrom: days[warnFrom]!.date },
    skipped: skipped.map(on => [days[on]!.date, days[on]!.works, days[on]!.reason, days[on]!.key]),
    unsureYears: [...unsure],
  }
}

function told(term: ExplainedTerm): object {
  const { clause, event, amount, unit, direction, nominal, by, warnFrom, skipped, unsureYears } = term
  return {
    ...{ clause, event, amount, unit, direction, nominal, by, warnFrom },
    skipped: skipped.map(day => [day.date, day.working, day.reason, day.key]),
    unsureYears,
  }
}

/** Every term of both profiles from every day of the years: how many were compared, and the first that differ. */
function compared({ marks, statuses, calendar }: Made, years: readonly [number, number]) {
  const days = daysOf(FIRST - 1, LAST + 1, WEDNESDAY, marks)
  const differences: object[] = []
  let comparisons = 0
  for (const [at, { date, year }] of days.entries()) {
    if (year < years[0] || year > years[1]) continue
    for (const profile of PROFILES) {
      for (const [term, rule] of Object.entries(WALKED_RULES[profile])) {
        const expected = JSON.stringify(walked(days, at, rule, statuses))
        const found = JSON.stringify(told(getTerm(term as TermId, profile, date as PlainDate, calendar)))
        comparisons += 1
        if (found !== expected && differences.length < 5) differences.push({ date, profile, term, found, expected })
      }
    }
  }
  return { comparisons, differences }
}

test(`twenty years of made-up calendars: no term of either act differs from the walk, from any day (seed ${SEED})`, () => {
  const { comparisons, differences } = compared(made(SEED), [FIRST, LAST])
  expect(differences).toEqual([])
  console.info(`terms, seed ${SEED}: ${comparisons} explained terms compared with the day walker, 0 differ`)
  expect(comparisons).toBe(7305 * 27)
}, 180_000)

test('the four years of the calendar an office starts with: no term differs from the walk', () => {
  const marks: Marks = new Map(SEED_CALENDAR.years.flatMap(year => year.days.map(day => [day.date, day])))
  const statuses: Statuses = new Map(SEED_CALENDAR.years.map(({ year, status }) => [year, status]))
  const { comparisons, differences } = compared({ marks, statuses, calendar: SEED_CALENDAR }, [2024, 2027])
  expect(differences).toEqual([])
  expect(comparisons).toBe(1461 * 27)
})

test('what the walker knows no term of, the program gives none of', () => {
  for (const profile of PROFILES) {
    const known = TERM_IDS.filter(term => findTerm(term, profile, '2026-11-23' as PlainDate, SEED_CALENDAR) !== null)
    expect(known).toEqual(TERM_IDS.filter(term => WALKED_RULES[profile][term] !== undefined))
  }
})

test(`any count of days or months, both ways, with the names of the days it passed (seed ${SEED})`, () => {
  const { marks, statuses, calendar } = made(SEED + 2)
  const days = daysOf(FIRST - 1, LAST + 1, WEDNESDAY, marks)
  const next = random(SEED)
  for (let times = 0; times < 3000; times += 1) {
    const at = 400 + Math.floor(next() * (days.length - 800))
    const [amount, unit] = [Math.floor(next() * 12), UNITS[Math.floor(next() * 3)]!]
    const direction = next() < 0.5 ? 'before' : 'after'
    const measure = { amount, unit, direction } as const
    const { skipped, ...counted } = countFrom(days[at]!.date as PlainDate, measure, calendar)
    const rule = ['code', '', 'notice', amount, unit, ...(direction === 'before' ? ['before'] : [])] as never
    const expected = walked(days, at, rule, statuses)
    const found = { ...counted, skipped: skipped.map(day => [day.date, day.working, day.reason, day.key]) }
    expect(found).toEqual({ ...expected, clause: undefined, event: undefined, from: days[at]!.date })
    for (const day of skipped) {
      const row = marks.get(day.date)
      expect(day.name).toEqual(row === undefined ? null : { kk: row.key, ru: row.mark })
    }
  }
})
