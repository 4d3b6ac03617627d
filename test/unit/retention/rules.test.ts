import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskedPerson } from '#shared/retention/masked.ts'
import type { RetentionTerms } from '#shared/retention/model.ts'
import {
  joinedRecords,
  judgeSubject,
  KEPT_WHYS,
  pastTerm,
  type RetainedRecord,
  type SubjectRecords,
} from '#shared/retention/rules.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const CITATION = 'Индекс 06-14'
const TERMS: RetentionTerms = {
  how: 'years',
  terms: [
    { kind: 'application', years: 5, citation: CITATION },
    { kind: 'letter', years: 3, citation: CITATION },
  ],
}
const TODAY = plainDate(2026, 11, 23)
const OLD: RetainedRecord = { kind: 'application', open: null, last: plainDate(2020, 12, 31) }
const person = (...records: RetainedRecord[]): SubjectRecords => ({ held: null, unread: false, records })

it('a term counts from the first day of the year after the record was closed, not a day earlier', () => {
  expect(pastTerm(plainDate(2020, 1, 1), 5)).toBe('2026-01-01')
  expect(pastTerm(plainDate(2020, 12, 31), 5)).toBe('2026-01-01')
  const closed = person({ ...OLD, last: plainDate(2020, 2, 29) })
  expect(judgeSubject(closed, TERMS, plainDate(2025, 12, 31))).toEqual({
    ...{ state: 'kept', why: 'newer', until: '2026-01-01' },
  })
  expect(judgeSubject(closed, TERMS, plainDate(2026, 1, 1))).toEqual({ state: 'due' })
})

it('one newer record keeps all that there is of a person, and says until when', () => {
  const letter: RetainedRecord = { kind: 'letter', open: null, last: plainDate(2025, 3, 1) }
  expect(judgeSubject(person(OLD, letter, OLD), TERMS, TODAY)).toEqual({
    ...{ state: 'kept', why: 'newer', until: '2029-01-01' },
  })
})

it('whatever is open keeps, however old it is, and the weightiest reason is told', () => {
  for (const open of KEPT_WHYS.filter(why => why.endsWith('_open')) as NonNullable<RetainedRecord['open']>[]) {
    expect(judgeSubject(person(OLD, { ...OLD, open }), TERMS, TODAY)).toMatchObject({ state: 'kept', why: open })
  }
  const both = person({ ...OLD, open: 'letter_open' }, { ...OLD, open: 'application_open' })
  expect(judgeSubject(both, TERMS, TODAY)).toMatchObject({ why: 'application_open' })
})

it('nothing is guessed: a kind without a term, a record without a day, a record not read, nothing at all', () => {
  expect(judgeSubject(person(OLD, { ...OLD, kind: 'protocol' }), TERMS, TODAY)).toMatchObject({ why: 'no_term' })
  expect(judgeSubject(person(OLD, { ...OLD, last: null }), TERMS, TODAY)).toMatchObject({ why: 'undated' })
  expect(judgeSubject({ ...person(OLD), unread: true }, TERMS, TODAY)).toMatchObject({ why: 'unread' })
  expect(judgeSubject(person(), TERMS, TODAY)).toMatchObject({ why: 'undated' })
  expect(judgeSubject({ ...person(OLD), held: 'court' }, TERMS, TODAY)).toMatchObject({ why: 'held' })
})

it('a cut-off day takes what was closed by it, and only once it has passed', () => {
  const terms = (until: ReturnType<typeof plainDate>): RetentionTerms => ({ how: 'day', until, citation: CITATION })
  expect(judgeSubject(person(OLD), terms(plainDate(2020, 12, 31)), TODAY)).toEqual({ state: 'due' })
  expect(judgeSubject(person(OLD), terms(plainDate(2020, 12, 30)), TODAY)).toMatchObject({ why: 'newer', until: null })
  expect(judgeSubject(person(OLD), terms(TODAY), TODAY)).toMatchObject({ state: 'kept' })
})

it('a masked person is letters and dots, whatever was typed', () => {
  const iin = '850101300017'
  const said = maskedPerson({ surname: 'Әбдіғалиева', given: 'Гүл', organisation: '', iin })
  expect(said).toBe('Ә. Г. 8•••••••••17')
  expect(maskedPerson({ surname: '', given: '', organisation: 'ЖШС «Батыс»', iin: '' })).toBe('Ж. «.')
  expect(maskedPerson({ surname: '', given: '', organisation: '', iin: '' })).toBe('')
})

const anyRecord: fc.Arbitrary<RetainedRecord> = fc.record({
  kind: fc.constantFrom('application', 'letter', 'protocol'),
  open: fc.option(fc.constantFrom('application_open', 'letter_open'), { freq: 12 }),
  last: fc.option(
    fc
      .tuple(fc.integer({ min: 2008, max: 2026 }), fc.integer({ min: 1, max: 11 }))
      .map(([y, m]) => plainDate(y, m, 17)),
    { freq: 12 },
  ),
})
const anySubject: fc.Arbitrary<SubjectRecords> = fc.record({
  held: fc.option(fc.constantFrom('court', 'asked'), { freq: 12 }),
  unread: fc.nat(12).map(dice => dice === 0),
  records: fc.array(anyRecord, { minLength: 1, maxLength: 4 }),
})
const anyTerms: fc.Arbitrary<RetentionTerms> = fc.oneof(
  fc.constant(TERMS),
  fc
    .integer({ min: 2008, max: 2026 })
    .map(year => ({ how: 'day' as const, until: plainDate(year, 6, 1), citation: CITATION })),
)

it('one person whom desks began apart is kept as long as the longest of both, and goes when both would', () => {
  fc.assert(
    fc.property(fc.array(anySubject, { minLength: 1, maxLength: 3 }), anyTerms, (same, terms) => {
      const apart = same.map(one => judgeSubject(one, terms, TODAY))
      const together = judgeSubject(joinedRecords(same), terms, TODAY)
      expect(together.state === 'due').toBe(apart.every(({ state }) => state === 'due'))
      const whys = apart.flatMap(one => (one.state === 'kept' ? [one.why] : []))
      if (together.state === 'due') return
      expect(together.why).toBe(KEPT_WHYS.find(why => whys.includes(why)))
      const ends = apart.flatMap(one => (one.state === 'kept' ? (one.until ?? []) : []))
      if (together.why === 'newer') expect(together.until).toBe(ends.toSorted().at(-1) ?? null)
    }),
    { numRuns: 2000 },
  )
})
