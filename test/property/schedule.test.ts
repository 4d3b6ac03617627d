import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WorkCalendar } from '#shared/calendar/model.ts'
import { isWorkingDay } from '#shared/calendar/rules.ts'
import type { OfficialCategory } from '#shared/official/model.ts'
import { compareSchedules, unsettledBy } from '#shared/schedule/compare.ts'
import { moveReception } from '#shared/schedule/move.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { daysOf, isMonthlyRule, ruleDays } from '#shared/schedule/reception-days.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { counting, official } from '#test/fixtures/schedule.ts'

const SEED = 20261122
const RULES = ['daily'].concat(
  ['first', 'second', 'third', 'fourth', 'last', 'every'].flatMap(which =>
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map(day => `${which}_${day}`),
  ),
)
const CATEGORIES: OfficialCategory[] = ['akim', 'deputy_akim', 'head_of_apparatus', 'unit_head']

const anyMonth = fc
  .tuple(fc.integer({ min: 2024, max: 2035 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => PlainMonth.parse(`${year}-${String(month).padStart(2, '0')}`))
const anyOfficials = fc
  .array(fc.tuple(fc.constantFrom(...CATEGORIES), fc.constantFrom(...RULES)), { minLength: 1, maxLength: 12 })
  .map(rows => rows.map(([category, rule], index) => official(String(index), category, rule)))

/** A calendar that strikes out any days of the month, up to all but a few. */
function anyCalendar(month: PlainMonth) {
  return fc.subarray(daysOf(month), { maxLength: 22 }).map(days =>
    WorkCalendar.parse({
      years: [
        {
          year: Number(month.slice(0, 4)),
          status: 'approved',
          days: days.map((date, index) => ({
            date,
            mark: index % 5 === 0 ? 'working_moved' : 'holiday',
            key: 'made_up',
            name: { kk: '', ru: '' },
            act: { kk: '', ru: '' },
          })),
        },
      ],
    }),
  )
}

const anyInput = anyMonth.chain(month =>
  fc.record({ month: fc.constant(month), officials: anyOfficials, calendar: anyCalendar(month) }),
)

test('a proposal stands on working days of its month, one reception of an official a day, and accounts for every day of the rules', () => {
  fc.assert(
    fc.property(anyInput, ({ month, officials, calendar }) => {
      const { schedule, skipped, findings } = proposeSchedule({ month, officials, calendar, newId: counting() })
      const seen = new Set<string>()
      for (const { officialId, date, moved } of schedule.receptions) {
        expect(date.startsWith(month)).toBe(true)
        expect(isWorkingDay(date, calendar)).toBe(true)
        expect(seen.has(`${officialId} ${date}`)).toBe(false)
        seen.add(`${officialId} ${date}`)
        if (moved !== null) expect(isWorkingDay(moved.from, calendar)).toBe(false)
      }
      for (const { id, rule } of officials) {
        const own = schedule.receptions.filter(one => one.officialId === id)
        const told = [
          ...own.map(one => one.moved?.from ?? one.date),
          ...skipped.filter(one => one.officialId === id).map(one => one.day.date),
          ...findings.filter(one => one.kind === 'no_free_day' && one.officialId === id).map(one => one.params.date),
        ]
        expect(told.sort()).toEqual(ruleDays(rule!, month, calendar))
        if (!isMonthlyRule(rule!)) expect(own.every(one => one.moved === null)).toBe(true)
      }
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a reception moved anywhere and back leaves the schedule as it was', () => {
  fc.assert(
    fc.property(anyInput, fc.nat(), fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), (input, pick, path) => {
      const { schedule } = proposeSchedule({ ...input, newId: counting() })
      const chosen = schedule.receptions[pick % Math.max(1, schedule.receptions.length)]
      fc.pre(chosen !== undefined)
      const days = daysOf(input.month)
      let now = schedule
      for (const step of path) {
        const result = moveReception(now, chosen.id, days[step % days.length]!, input.calendar)
        if (result.ok) now = result.value.schedule
      }
      const back = moveReception(now, chosen.id, chosen.date, input.calendar)
      expect(back).toMatchObject({ ok: true, value: { schedule } })
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('two versions compared lose nobody: what stayed, came, went and changed is the whole of both', () => {
  fc.assert(
    fc.property(
      anyInput,
      fc.array(fc.nat(), { maxLength: 8 }),
      fc.array(fc.nat(30), { maxLength: 8 }),
      (input, gone, path) => {
        const { schedule: before } = proposeSchedule({ ...input, newId: counting() })
        const days = daysOf(input.month)
        let after = before
        for (const [index, step] of path.entries()) {
          const one = after.receptions[(index * 7) % Math.max(1, after.receptions.length)]
          const moved = one && moveReception(after, one.id, days[step % days.length]!, input.calendar)
          if (moved?.ok) after = moved.value.schedule
        }
        const left = new Set(gone.map(pick => after.receptions[pick % Math.max(1, after.receptions.length)]?.id))
        after = { ...after, receptions: after.receptions.filter(one => !left.has(one.id)) }
        const found = compareSchedules(before, after)
        const dropped = found.filter(one => one.what === 'dropped').map(one => one.before.id)
        const added = found.filter(one => one.what === 'added').map(one => one.after.id)
        expect(compareSchedules(after, after)).toEqual([])
        expect(before.receptions.length - dropped.length + added.length).toBe(after.receptions.length)
        for (const { id, date } of before.receptions) {
          const now = after.receptions.find(one => one.id === id)
          const isTold = unsettledBy(found).some(one => one.id === id)
          if (now !== undefined && now.date !== date) expect(isTold).toBe(true)
          if (now === undefined) expect(isTold).toBe(true)
        }
      },
    ),
    { seed: SEED, numRuns: 200 },
  )
})
