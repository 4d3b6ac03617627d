import { describe, expect, it } from 'vitest'
import { Booking, bookingKey, dayOfBooking } from '#shared/application/registration.ts'
import type { NotedLetter, Registered } from '#shared/application/transitions.ts'
import { entityId } from '#shared/change/action.ts'
import { formerTime, isTold, letterDuties, owedLetters } from '#shared/letter/duties.ts'
import { letterFacts } from '#shared/letter/facts.ts'
import { factsNamed } from '#shared/letter/fill.ts'
import { LETTER_CLAUSES } from '#shared/letter/letter-terms.ts'
import type { LetterKind } from '#shared/letter/model.ts'
import { findOwnTemplate } from '#shared/letter/templates.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistered } from '#test/fixtures/decisions.ts'
import { official } from '#test/fixtures/schedule.ts'

const FORMER = Booking.parse({ officialId: 'o1', date: '2027-02-08', time: '10:00' })
const MOVED = Booking.parse({ officialId: 'o1', date: '2027-03-01', time: '10:20', because: 'ill' })
const AGAIN = Booking.parse({ officialId: 'o2', date: '2027-03-09', time: '11:00', because: 'lost' })
const ON = PlainDate.parse('2027-01-20')

let serial = 0
function signed(kind: LetterKind, booking: Booking): NotedLetter {
  serial += 1
  const number = { index: '1', letter: 'А', suffix: null, year: 2027, serial } as never
  return { letter: entityId('letter', `l${serial}`), kind, about: bookingKey(booking), number, on: ON }
}

describe.each(['WKO-2020/2023', 'KZ-2026'] as const)('a time that was told and moved, %s', profile => {
  const of = (booking: Booking | null, letters: readonly NotedLetter[], change: Partial<Registered> = {}) =>
    makeRegistered(profile, { booking, letters, ...change })
  const owed = (registered: Registered) => owedLetters({ status: 'open', registered }).map(({ kind }) => kind)

  it('obliges to tell of the move, and not to appoint a second time (clause 15, KZ-2026 rule 26)', () => {
    const registered = of(MOVED, [signed('appointment', FORMER)])
    expect(letterDuties({ status: 'open', registered })).toEqual([
      { kind: 'moved', about: 'o1:2027-03-01:10:20', since: ON },
    ])
    expect(LETTER_CLAUSES[profile].moved.clause).toBe(profile === 'KZ-2026' ? '26' : '15')
    expect(owed(of(MOVED, [signed('appointment', FORMER), signed('moved', MOVED)]))).toEqual([])
  })

  it('moved once more, it is told once more, with the day told last as the former one', () => {
    const registered = of(AGAIN, [signed('appointment', FORMER), signed('moved', MOVED)])
    expect(owed(registered)).toEqual(['moved'])
    expect(formerTime(registered)?.day).toBe('2027-03-01')
  })

  it('nothing was told before, nobody moved it, or it came back: it is appointed, once', () => {
    expect(owed(of(MOVED, []))).toEqual(['appointment'])
    expect(owed(of({ ...MOVED, because: null }, [signed('appointment', FORMER)]))).toEqual(['appointment'])
    expect(owed(of(FORMER, [signed('appointment', FORMER)]))).toEqual([])
    // An appointment written for the moved time tells it as well.
    expect(owed(of(MOVED, [signed('appointment', FORMER), signed('appointment', MOVED)]))).toEqual([])
  })

  it('moved to and fro, it is told anew: who was told another time last does not know of the first', () => {
    const letters = [signed('appointment', FORMER), signed('moved', MOVED)]
    expect(owed(of(FORMER, letters))).toEqual(['appointment'])
    const back = of({ ...FORMER, because: 'lost' }, letters)
    expect(owed(back)).toEqual(['moved'])
    expect(formerTime(back)?.day).toBe('2027-03-01')
    expect([isTold(of(FORMER, letters)), isTold(of(MOVED, letters))]).toEqual([false, true])
    expect(owed(of(FORMER, [...letters, signed('appointment', FORMER)]))).toEqual([])
    // Told as moved, it is told, whatever the booking names by now.
    expect(owed(of({ ...MOVED, because: null }, letters))).toEqual([])
  })

  it('the same hour by video is another time: who was told to come is told not to (clause 13, KZ-2026 rule 25)', () => {
    const byVideo = Booking.parse({ ...FORMER, mode: 'video', agreed: ['video'], because: 'restricted' })
    expect(owed(of(byVideo, [signed('appointment', FORMER)]))).toEqual(['moved'])
    expect(dayOfBooking(bookingKey(byVideo))).toBe('2027-02-08')
  })

  it('names the former and the new time and the cause in both languages; nothing is left to be filled in', () => {
    const registered = of(MOVED, [signed('appointment', FORMER)])
    const facts = letterFacts({
      registered,
      about: bookingKey(MOVED),
      earlier: null,
      control: null,
      demand: null,
      movedBecause: { kk: 'қызметтік іссапар', ru: 'командировка' },
      office: { address: { kk: 'Орал қ.', ru: 'г. Уральск' }, phone: '51-00-00', room: '101' },
      officials: [official('o1', 'akim', 'third_friday')],
      directories: { body: [] },
      words: { lack: () => ({ kk: '', ru: '' }), place: address => address },
    })
    expect(facts.moved_from).toEqual({ kind: 'date', date: '2027-02-08' })
    expect(facts.reception_date).toEqual({ kind: 'date', date: '2027-03-01' })
    expect(facts.reason).toEqual({ kind: 'both', texts: { kk: 'қызметтік іссапар', ru: 'командировка' } })
    const paragraphs = findOwnTemplate('moved', profile)?.paragraphs ?? []
    const clause = LETTER_CLAUSES[profile].moved.clause
    expect(paragraphs.some(({ kk }) => kk.includes(`${clause}-тармағына`))).toBe(true)
    expect(paragraphs.some(({ ru }) => ru.includes(`пунктом ${clause} `))).toBe(true)
    const named = paragraphs.filter(({ optional }) => !optional).flatMap(({ kk, ru }) => factsNamed(`${kk} ${ru}`))
    expect(named).toContain('moved_from')
    expect(named.filter(name => !(name in facts))).toEqual([])
  })
})
