import { describe, expect, test } from 'vitest'
import {
  absenceFaults,
  actingChoices,
  fieldsOfAbsence,
  findAbsence,
  findRestriction,
  newAbsence,
  restrictionFaults,
  typedForm,
} from '#renderer/features/plan/absences/absence-form.ts'
import { worstTold } from '#renderer/features/plan/absences/absence-told.ts'
import { type Answer, agreedIn, otherOffers, type Said, withAnswers } from '#renderer/features/plan/absences/answers.ts'
import { withActs } from '#shared/plan/apply.ts'
import { actsOfAbsence, type Cascade, cascadeOf } from '#shared/plan/cascade.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { away, booking, person, planOf, reception, TODAY } from '#test/fixtures/plan.ts'

const R1 = reception('r1', '1', '2026-10-16')
const R2 = reception('r2', '1', '2026-11-20')
const GONE = away('x', '1', '2026-10-16', '2026-10-16')
const TIMES = ['10:00', '10:20', '10:40']
const PLAN = planOf({
  receptions: [R1, R2],
  people: TIMES.map((time, n) => person(n + 1, { booking: booking(R1, time) })),
})

const idOf = (number: number) => person(number).application
const said = (...given: readonly (readonly [number, Said | null, Answer['offer']])[]) =>
  new Map(given.map(([number, what, offer]) => [idOf(number), { said: what, offer }]))
const offered = ({ affected }: Cascade) =>
  affected.map(({ offer }) => (offer === null ? null : `${offer.booking.date} ${offer.booking.time}`))

describe('people are called one after another', () => {
  const found = cascadeOf(PLAN, GONE)
  const first = found.affected[0]!

  test('who does not agree frees the time for the next; who agreed keeps it', () => {
    expect(offered(found)).toEqual(['2026-11-20 10:00', '2026-11-20 10:20', '2026-11-20 10:40'])
    const second = found.affected[1]!.offer
    const answers = said([1, 'declined', null], [2, 'agreed', second])
    const now = withAnswers(found, answers)
    expect(offered(now)).toEqual([null, '2026-11-20 10:20', '2026-11-20 10:00'])
    expect(now.affected[0]).toMatchObject({ offer: null, why: null })
    expect([...agreedIn(now, answers)]).toEqual([idOf(2)])
  })

  test('another time is chosen among the lawful ones nobody else is offered; no two have one', () => {
    const others = otherOffers(found, first.person)
    expect(others.map(({ booking: at }) => `${at.date} ${at.time}`)).toContain('2026-11-20 10:00')
    expect(others.map(({ booking: at }) => `${at.date} ${at.time}`)).not.toContain('2026-11-20 10:20')
    const declined = withAnswers(found, said([2, 'declined', null]))
    const free = otherOffers(declined, first.person).find(({ booking: at }) => at.time === '10:40')
    // The third was offered 10:20 now, so 10:40 is free: the first takes it.
    expect(offered(declined)).toEqual(['2026-11-20 10:00', null, '2026-11-20 10:20'])
    const now = withAnswers(found, said([1, null, free ?? null], [2, 'declined', null]))
    expect(offered(now)).toEqual(['2026-11-20 10:40', null, '2026-11-20 10:00'])
  })

  test('done: who agreed is moved, all others are to be called and nobody is lost', () => {
    const answers = said([1, 'agreed', first.offer], [2, 'not_reached', null])
    const now = withAnswers(found, answers)
    const after = placedOf(withActs(PLAN, actsOfAbsence(now, GONE, agreedIn(now, answers))))
    expect(after.at.get('r2')?.map(({ application }) => application)).toEqual([idOf(1)])
    expect(after.toCall.map(({ person: { application } }) => application)).toEqual([idOf(2), idOf(3)])
  })
})

describe('the form of an absence', () => {
  const { officials } = PLAN

  test('a new one is of today, told today, and who acts is the first the directory names', () => {
    const fields = newAbsence(officials, TODAY)
    expect(absenceFaults(fields, TODAY)).toEqual({})
    expect(findAbsence(fields, TODAY)).toMatchObject({ from: TODAY, to: TODAY, toldOn: TODAY, acting: '2' })
    expect(actingChoices('1', officials).map(({ id }) => id)).toEqual(['2', '3'])
  })

  test('one that stands comes back as it was', () => {
    const { key: _, ...told } = GONE
    expect(findAbsence(fieldsOfAbsence(told), TODAY)).toEqual(told)
  })

  test.each([
    [{ from: '16.10' }, { from: 'finding.date_unreadable' }],
    [{ from: '16.10.2026', to: '15.10.2026' }, { to: 'absence.fault.order' }],
    [{ toldOn: '06.10.2026' }, { toldOn: 'absence.fault.told_ahead' }],
    [{ kind: 'room' as const }, { room: 'form.needed' }],
  ])('%j is refused beside its field', (change, faults) => {
    const fields = { ...newAbsence(officials, TODAY), ...change }
    expect(absenceFaults(fields, TODAY)).toEqual(faults)
    expect(findAbsence(fields, TODAY)).toBeNull()
  })

  test('a restriction may have no end; without its act it is none', () => {
    const fields = { from: typedForm(TODAY), to: '', ground: 'emergency', act: 'No. 1' } as const
    expect(findRestriction(fields)).toEqual({ from: TODAY, to: null, ground: 'emergency', act: 'No. 1' })
    expect(restrictionFaults({ ...fields, act: ' ', to: '1.1' })).toEqual({
      act: 'form.needed',
      to: 'finding.date_unreadable',
    })
  })
})

test('an absence that was told late for one of its receptions is told as out of order (clause 15)', () => {
  const plan = planOf({ receptions: [reception('a', '1', '2026-10-06'), R1] })
  const { key: _, ...told } = away('x', '1', '2026-10-05', '2026-10-20', { ground: 'trip' })
  expect(worstTold(told, plan)).toMatchObject({ told: { state: 'out_of_order' }, date: '2026-10-06' })
  expect(worstTold({ ...told, from: R1.date }, plan)).toMatchObject({ told: { state: 'in_time' } })
  expect(worstTold({ ...told, missing: { kind: 'room', room: '301' } }, plan)).toBeNull()
})
