import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withDay } from '#shared/calendar/changes.ts'
import type { DayMark, WorkCalendar } from '#shared/calendar/model.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { EntityId } from '#shared/change/action.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { changedDays, type MovedTerm, movedTerms, type OpenCase } from '#shared/regulation/moved-terms.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const SEED = 20261123
const date = (text: string) => PlainDate.parse(text)

function withRow(on: string, mark: DayMark, calendar: WorkCalendar = SEED_CALENDAR): WorkCalendar {
  const name = { kk: 'Жаңа мереке', ru: 'Новый праздник' }
  const row = { date: date(on), mark, key: 'own_holiday', name, act: name }
  return {
    years: calendar.years.map(year => (on.startsWith(`${year.year}-`) ? withDay(year, row) : year)),
  }
}

function caseOf(number: number, profile: ProfileId, from: string, booking: string | null = null): OpenCase {
  const entity = EntityId.parse(`application:${'a'.repeat(16)}-2026-${String(number).padStart(6, '0')}`)
  return { entity, profile, from: date(from), booking: booking === null ? null : date(booking), extendedTo: null }
}

it('the day told to put right what lacks is told where it is off now, beside the answer that moves', () => {
  const told = { ...caseOf(1, 'KZ-2026', '2026-11-20'), correctBy: date('2026-11-25') }
  const kinds = (on: string) =>
    movedTerms([told], SEED_CALENDAR, withRow(on, 'holiday')).map(one =>
      one.kind === 'term' ? one.after.term : one.kind,
    )
  expect(kinds('2026-11-25')).toEqual(['correction_day_off', 'answer'])
  expect(kinds('2026-11-24')).toEqual(['answer'])
})

/**
 * The model: a plain walker over JavaScript days, with its own table of days and its own words for the rules. It shares
 * nothing with what it judges.
 */
class Walker {
  readonly #rows: ReadonlyMap<string, string>
  constructor(calendar: WorkCalendar) {
    this.#rows = new Map(calendar.years.flatMap(({ days }) => days.map(day => [String(day.date), day.mark])))
  }
  #works(time: number): boolean {
    const mark = this.#rows.get(new Date(time).toISOString().slice(0, 10))
    if (mark === 'holiday' || mark === 'day_off_moved') return false
    if (mark === 'working_moved') return true
    return ![0, 6].includes(new Date(time).getUTCDay())
  }
  off(on: string): boolean {
    return !this.#works(Date.parse(on))
  }
  #step(on: string, days: number): string {
    let time = Date.parse(on)
    for (let left = Math.abs(days); left > 0; ) {
      time += days < 0 ? -86_400_000 : 86_400_000
      if (this.#works(time)) left -= 1
    }
    return new Date(time).toISOString().slice(0, 10)
  }
  #calendarDays(on: string, days: number): string {
    let time = Date.parse(on) + days * 86_400_000
    while (!this.#works(time)) time += 86_400_000
    return new Date(time).toISOString().slice(0, 10)
  }
  /** Terms of a case by their names: what clause 29 or point 13 gives, and what hangs on a booked reception. */
  terms({ profile, from, booking }: OpenCase): Record<string, string> {
    const isOld = profile === 'WKO-2020/2023'
    if (booking === null) return { answer: isOld ? this.#calendarDays(from, 15) : this.#step(from, 15) }
    const both = { briefing: this.#step(booking, -5), official_tells: this.#step(booking, -2) }
    return isOld ? both : { ...both, list_handed: this.#step(booking, -2) }
  }
}

/** What moved, as lines that can be compared: by the model and by the product. */
function byModel(cases: readonly OpenCase[], before: WorkCalendar, after: WorkCalendar): string[] {
  const [old, now] = [new Walker(before), new Walker(after)]
  return cases
    .flatMap(one => {
      const terms = old.terms(one)
      const moved = Object.entries(now.terms(one)).filter(([term, by]) => terms[term] !== by)
      const lines = moved.map(([term, by]) => `${one.entity} ${term} ${terms[term]} ${by}`)
      const isOff = one.booking !== null && now.off(one.booking) && !old.off(one.booking)
      return isOff ? [...lines, `${one.entity} booked_day_off ${one.booking}`] : lines
    })
    .sort()
}

function told(moved: readonly MovedTerm[]): string[] {
  return moved
    .map(one =>
      one.kind === 'term'
        ? `${one.entity} ${one.after.term} ${one.before.by} ${one.after.by}`
        : `${one.entity} ${one.kind} ${one.on}`,
    )
    .sort()
}

/** Ten thousand open applications of the autumn of 2026, every third booked, of both acts. */
function manyCases(): OpenCase[] {
  return Array.from({ length: 10_000 }, (_, index) => {
    const from = new Date(Date.UTC(2026, 7, 1 + ((index * 7) % 110))).toISOString().slice(0, 10)
    const booking = new Date(Date.UTC(2026, 9, 1 + ((index * 11) % 80))).toISOString().slice(0, 10)
    return caseOf(index, index % 2 === 0 ? 'WKO-2020/2023' : 'KZ-2026', from, index % 3 === 0 ? booking : null)
  })
}

describe('a tenth holiday in the middle of a quarter', () => {
  const after = withRow('2026-11-18', 'holiday')

  it('moves the very terms that a plain walk over the days moves, of ten thousand applications in under a second', () => {
    const cases = manyCases()
    const started = performance.now()
    const moved = movedTerms(cases, SEED_CALENDAR, after)
    const milliseconds = performance.now() - started
    console.log(`moved terms: ${moved.length} of ${cases.length} open applications in ${milliseconds.toFixed(1)} ms`)
    expect(told(moved)).toEqual(byModel(cases, SEED_CALENDAR, after))
    expect(moved.length).toBeGreaterThan(1000)
    expect(milliseconds).toBeLessThan(1000)
  })

  it('says of each which day moved it and by what name, the earliest new date first', () => {
    const cases = [
      caseOf(1, 'KZ-2026', '2026-11-10'),
      caseOf(2, 'WKO-2020/2023', '2026-11-03'),
      caseOf(3, 'KZ-2026', '2026-11-02', '2026-11-18'),
      caseOf(4, 'WKO-2020/2023', '2026-11-04'),
    ]
    const moved = movedTerms(cases, SEED_CALENDAR, after)
    expect(moved.map(one => (one.kind === 'term' ? [one.after.term, one.before.by, one.after.by] : [one.on]))).toEqual([
      ['2026-11-18'],
      ['answer', '2026-11-18', '2026-11-19'],
      ['answer', '2026-12-01', '2026-12-02'],
    ])
    for (const { why } of moved) {
      expect(why).toMatchObject([{ date: '2026-11-18', name: { ru: 'Новый праздник' }, day: { working: false } }])
    }
  })

  it('moves no answer that a decision has put off, and says where that day is off now', () => {
    const off = (day: string): OpenCase => ({ ...caseOf(1, 'KZ-2026', '2026-11-10'), extendedTo: date(day) })
    expect(movedTerms([off('2027-01-20')], SEED_CALENDAR, after)).toEqual([])
    expect(movedTerms([off('2026-11-18')], SEED_CALENDAR, after)).toMatchObject([
      { kind: 'extended_day_off', on: '2026-11-18', why: [{ date: '2026-11-18' }] },
    ])
  })

  it('moves nothing by another name, another act or another state of the year', () => {
    const years = SEED_CALENDAR.years.map(year => ({ ...year, status: 'provisional' as const }))
    expect(movedTerms(manyCases(), SEED_CALENDAR, { years })).toEqual([])
    expect(movedTerms(manyCases(), SEED_CALENDAR, withRow('2026-11-18', 'short'))).toEqual([])
  })
})

it('a moved pair of days tells both, the one that is off and the one that is worked', () => {
  const after = withRow('2026-11-21', 'working_moved', withRow('2026-11-18', 'day_off_moved'))
  expect(changedDays(SEED_CALENDAR, after).map(({ date: on, day }) => [on, day.working])).toEqual([
    ['2026-11-18', false],
    ['2026-11-21', true],
  ])
  const [moved] = movedTerms(
    [caseOf(1, 'KZ-2026', '2026-11-16')],
    SEED_CALENDAR,
    withRow('2026-11-21', 'working_moved'),
  )
  expect(moved).toMatchObject({ kind: 'term', before: { by: '2026-12-07' }, after: { by: '2026-12-04' } })
})

it('whatever rows come or go, what moves is what the walk over the days says', () => {
  const rows = fc.array(
    fc.tuple(
      fc.nat(120).map(day => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10)),
      fc.constantFrom<DayMark>('holiday', 'day_off_moved', 'working_moved', 'short'),
    ),
    { maxLength: 6 },
  )
  const some = manyCases().filter((_, index) => index % 37 === 0)
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const before = first.reduce((calendar, [on, mark]) => withRow(on, mark, calendar), SEED_CALENDAR)
      const after = second.reduce((calendar, [on, mark]) => withRow(on, mark, calendar), SEED_CALENDAR)
      const moved = movedTerms(some, before, after)
      expect(told(moved)).toEqual(byModel(some, before, after))
      expect(moved.every(one => one.why.length > 0)).toBe(true)
    }),
    { seed: SEED, numRuns: 40 },
  )
})
