import { expect, test } from 'vitest'
import { actsAgreed, movesToAgree } from '#renderer/features/plan/what-if/consents.ts'
import { dutyCounts, termOfDuty } from '#renderer/features/plan/what-if/duty-lines.ts'
import { findHypothesis, hypothesisFaults, newHypothesis } from '#renderer/features/plan/what-if/hypothesis-form.ts'
import { withActs } from '#shared/plan/apply.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { actsOfWhatIf, whatIf } from '#shared/plan/what-if.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { booking, person, planOf, reception, TODAY } from '#test/fixtures/plan.ts'

const R = reception('r', '1', '2026-10-16')
const NEXT = reception('n', '1', '2026-11-20', { capacity: 1 })
const DEPUTY = reception('v', '2', '2026-10-20')
const PLAN = planOf({
  receptions: [R, NEXT, DEPUTY],
  people: ['10:00', '10:20'].map((time, n) => person(n + 1, { booking: booking(R, time) })),
})
const DAYS = { from: PlainDate.parse('2026-10-12'), to: PlainDate.parse('2026-10-31') }
const FOUND = whatIf(PLAN, { kind: 'official_away', officialId: '1', ...DAYS, acting: null })

test('nobody is moved to another official who was not asked: unless agreed, such a one stays to be called (KZ-2026 rule 27)', () => {
  const [asked] = movesToAgree(FOUND.repair)
  expect(movesToAgree(FOUND.repair)).toHaveLength(1)
  expect(asked?.offer.needs).toEqual(['other_official'])
  const acts = actsOfWhatIf(FOUND, 'real')
  const unasked = withActs(PLAN, actsAgreed(acts, FOUND.repair, new Set()))
  expect(placedOf(unasked).toCall.map(one => one.person.application)).toEqual([asked?.person.application])
  const all = withActs(PLAN, actsAgreed(acts, FOUND.repair, new Set([asked!.person.application])))
  expect(placedOf(all).toCall).toEqual([])
})

test('duties are counted as things stand, by the hypothesis, and after the repair', () => {
  const counts = Object.fromEntries(dutyCounts(FOUND).map(({ duty, ...counted }) => [duty, counted]))
  expect(counts.answer).toEqual({ now: 0, broken: 2, left: 0 })
  expect(counts.monthly?.left).toBe(1)
})

test('the last day of an answer is explained by its term; that of an extension is not', () => {
  const [broken] = FOUND.broken.filter(({ duty }) => duty === 'answer')
  const one = PLAN.people[0]!
  const { by } = getTerm('answer', one.profile, one.counted, PLAN.calendar)
  expect(termOfDuty({ ...broken!, by }, one, PLAN)).toMatchObject({ by, term: 'answer' })
  expect(termOfDuty({ ...broken!, by: PlainDate.parse('2027-01-01') }, one, PLAN)).toBeNull()
  expect(termOfDuty({ ...broken!, by: null }, one, PLAN)).toBeNull()
})

test('a hypothesis is of the month of the screen, from today on; what is not typed right is told at its field', () => {
  const fields = newHypothesis(PLAN.officials, PlainMonth.parse('2026-10'), TODAY)
  expect(findHypothesis(fields)).toEqual({
    ...{ kind: 'official_away', officialId: '1', acting: '2' },
    ...{ from: TODAY, to: '2026-10-31' },
  })
  expect(hypothesisFaults({ ...fields, kind: 'room_lost' })).toEqual({ room: 'form.needed' })
  expect(hypothesisFaults({ ...fields, kind: 'more_people', count: '0' })).toEqual({ count: 'what_if.fault.count' })
  expect(findHypothesis({ ...fields, kind: 'more_people', count: '25' })).toMatchObject({ count: 25 })
  expect(findHypothesis({ ...fields, kind: 'restricted', to: '' })).toEqual({
    kind: 'restricted',
    from: TODAY,
    to: null,
  })
  expect(hypothesisFaults({ ...fields, from: '05.10.2026', to: '04.10.2026' })).toEqual({ to: 'absence.fault.order' })
  expect(findHypothesis({ ...fields, kind: 'link_lost', link: ' L1 ' })).toMatchObject({ link: 'L1' })
})
