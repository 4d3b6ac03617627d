import { expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { subjectTerm } from '#shared/subject/term.ts'
import { foldSubject, openRequests } from '#shared/subject/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'

const ENTITY = `subject:${makeSubject('one')}`
const [A, B] = ['a'.repeat(16), 'b'.repeat(16)]
const asked = (desk: TestDesk, request: string, what: string) =>
  desk.act('subject.asked', ENTITY, { request, what, on: '2026-11-20' })
const answered = (desk: TestDesk, request: string, how: string, on = '2026-11-21') =>
  desk.act('subject.answered', ENTITY, { request, how, on })

it('data are closed only once the request was carried out, and open again only by a request to open them', () => {
  const desk = new TestDesk(0)
  asked(desk, A, 'block')
  expect(foldSubject(desk.actions).blocked).toBeNull()
  answered(desk, A, 'done')
  expect(foldSubject(desk.actions).blocked).toBe('2026-11-21')
  asked(desk, B, 'unblock')
  answered(desk, B, 'refused')
  expect(foldSubject(desk.actions).blocked).toBe('2026-11-21')
  asked(desk, 'c'.repeat(16), 'unblock')
  answered(desk, 'c'.repeat(16), 'done')
  expect(foldSubject(desk.actions).blocked).toBeNull()
})

it('of a request answered at two desks the first answer stands, and one answered waits for nothing', () => {
  const desk = new TestDesk(0)
  asked(desk, A, 'see')
  expect(openRequests(foldSubject(desk.actions))).toHaveLength(1)
  answered(desk, A, 'handed')
  answered(desk, A, 'refused')
  const state = foldSubject(desk.actions.toReversed())
  expect(state.requests).toMatchObject([{ request: A, answer: { how: 'handed', by: 'u1' } }])
  expect(openRequests(state)).toEqual([])
})

it('of one who was erased nothing is waited for, in whatever order it came', () => {
  const desk = new TestDesk(0)
  desk.erase('one')
  asked(desk, A, 'see')
  const state = foldSubject(desk.actions.toReversed())
  expect(state.status).toBe('erased')
  expect(openRequests(state)).toEqual([])
})

it('a request of a Friday is answered by Monday', () => {
  expect(subjectTerm(PlainDate.parse('2026-11-20'), SEED_CALENDAR).by).toBe('2026-11-23')
})
