import { describe, expect, test } from 'vitest'
import type { PlannedRow } from '#renderer/db/query-types.ts'
import { appointments, BY_WISH } from '#renderer/features/plan/people/appointments.ts'
import { freedTimes } from '#renderer/features/plan/people/freed-times.ts'
import { handAsked, handBooking, offeredReceptions, takenTimes } from '#renderer/features/plan/people/hand-time.ts'
import { appointedTo, firstBefore, loadsOf } from '#renderer/features/plan/people/people-lists.ts'
import { personsSheet } from '#renderer/features/plan/preparation/sheet-data.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { Office } from '#shared/office/model.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { PersonsSheetData } from '#shared/posting/reception-sheets.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { away, booking, person, planOf, reception } from '#test/fixtures/plan.ts'

const R1 = reception('r1', '1', '2026-10-16')
const R2 = reception('r2', '1', '2026-11-20')

const rowOf = (one: PlannedPerson, officialId: string | null = null): PlannedRow =>
  ({
    person: one,
    row: {
      facts: { officialId, topic: 'land' },
      number: null,
      surname: 'Шевченко',
      given: 'Андрей',
      patronymic: '',
      organisation: '',
    },
    phone: '',
    applicant: 'citizen',
    head: null,
  }) as unknown as PlannedRow

describe('who is appointed', () => {
  test('by wish only those who named somebody who still receives; else all of them, with their own consent to video', () => {
    const rows = [rowOf(person(1), '1'), rowOf(person(2), 'gone'), rowOf(person(3))]
    const officials = [{ id: '1' }, { id: '2' }]
    const video = new Set<string>([person(1).application])
    const wished = appointments(rows, BY_WISH, video, officials)
    expect(wished.map(({ entity, body }) => [entity, body])).toEqual([
      [person(1).application, { officialId: '1', video: true }],
    ])
    expect(appointments(rows, '2', video, officials).map(({ body }) => body)).toEqual([
      { officialId: '2', video: true },
      { officialId: '2', video: false },
      { officialId: '2', video: false },
    ])
  })

  test('stand by official in the order of officials; one who left the list comes last, nobody is lost', () => {
    const to = (n: number, officialId: string) => rowOf(person(n, { appointed: { officialId, video: false } }))
    const { officials } = planOf({})
    const lists = appointedTo([to(1, 'gone'), to(2, officials[1]!.id), to(3, officials[0]!.id)], officials)
    expect(lists.map(({ officialId }) => officialId)).toEqual([officials[0]!.id, officials[1]!.id, 'gone'])
    expect(lists.flatMap(({ rows }) => rows)).toHaveLength(3)
  })
})

describe('a time by hand', () => {
  test('past somebody who applied earlier and waits for the same official asks why (clause 28); past one with a time it does not', () => {
    const waits = person(1)
    const asked = person(2)
    expect(firstBefore(asked, '1', [asked, waits])?.application).toBe(waits.application)
    expect(firstBefore(waits, '1', [asked, waits])).toBeNull()
    const booked = person(1, { booking: booking(R1, '10:00') })
    expect(firstBefore(asked, '1', [asked, booked])).toBeNull()
    expect(firstBefore(asked, '2', [asked, waits])).toBeNull()
  })

  test('is not given where the official is away, nor where the reception is full; by video only with consent (clause 12)', () => {
    const one = person(5)
    const full = { ...R1, capacity: 1 }
    const plan = planOf({ receptions: [full, R2], people: [one] })
    const others = [person(1, { booking: booking(full, '10:00') })]
    expect(handAsked(one, full, others, plan)).toMatchObject({ isFull: true, notHeld: null, consents: [] })
    const gone = { ...plan, absences: [away('x', '1', '2026-11-20', '2026-11-20')] }
    expect(handAsked(one, R2, [], gone).notHeld?.code).toBe('official_absent')
    expect(handAsked(one, { ...R2, mode: 'video' }, [], plan).consents).toEqual(['video'])
    const act = handBooking(one, { ...R2, mode: 'video' }, '10:20' as PlainTime, { agreed: ['video'], hand: 'health' })
    expect(act.body).toMatchObject({ booking: { reception: 'r2', mode: 'video', agreed: ['video'], hand: 'health' } })
    const lost = handBooking(one, R2, '10:20' as PlainTime, { agreed: [], hand: null }, 'ill')
    expect([act.body, lost.body]).toMatchObject([{ booking: { because: null } }, { booking: { because: 'ill' } }])
  })

  test('the grid shows a time told beside it, too, and whose each is', () => {
    const one = person(1, { booking: booking(R1, '10:05') })
    const times = takenTimes(R1, [one], null)
    expect(times.filter(({ by }) => by !== null).map(({ time }) => time)).toEqual(['10:05'])
    expect(times.map(({ time }) => time)).toEqual([...times.map(({ time }) => time)].sort())
    expect(offeredReceptions('1', planOf({ receptions: [R2, R1] })).map(({ id }) => id)).toEqual(['r1', 'r2'])
  })
})

test('a time that came free before others is offered to the first in order; a free end of a reception is not told of', () => {
  const people = [person(1, { booking: booking(R1, '10:20') }), person(3), person(2)]
  const plan = planOf({ receptions: [R1], people })
  const freed = freedTimes(plan, loadsOf(plan, plan.today, R1.date))
  expect(freed.map(({ time, next }) => [time, next.person.application])).toEqual([['10:00', person(2).application]])
})

test('the list on paper is what its form takes, in the order of times, without why somebody goes out of turn but its clause', () => {
  const people = [person(1, { booking: booking(R1, '10:00'), outOfTurn: true })]
  const empty = { kk: 'x', ru: 'x' }
  const office = Office.parse({
    ...{ name: empty, region: empty, room: '1', address: empty, phone: '' },
    hours: { from: '09:00', to: '18:30', lunchFrom: '13:00', lunchTo: '14:30' },
    profiles: [{ profile: 'WKO-2020/2023', from: '2020-12-09' }],
  })
  const { officials, today } = planOf({})
  const sheet = personsSheet(
    R1,
    people.map(one => rowOf(one)),
    { applications: [], on: today, to: 'x', final: true },
    { office, officials, directories: SEED_DIRECTORIES, today, preparedBy: 'x' },
  )
  expect(PersonsSheetData.parse(sheet)).toMatchObject({
    finalOn: today,
    persons: [{ time: '10:00', name: 'Шевченко Андрей', outOfTurn: '11' }],
  })
})
