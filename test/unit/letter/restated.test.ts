import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/application/decisions.ts'
import { Booking, bookingKey } from '#shared/application/registration.ts'
import type { NotedLetter } from '#shared/application/transitions.ts'
import { EntityId } from '#shared/change/action.ts'
import { LETTER_KINDS, type LetterKind, OutgoingNumber } from '#shared/letter/model.ts'
import { restatedLetters } from '#shared/letter/restated.ts'
import type { MovedTerm } from '#shared/regulation/moved-terms.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const OFF = PlainDate.parse('2026-12-14')
const LATER = PlainDate.parse('2026-12-21')
const booked = (date: PlainDate) => Booking.parse({ officialId: 'o1', date, time: '10:00' })
const about = { id: 'd1', at: '2026-11-23T05:00:00.000Z', by: 'u1', on: PlainDate.parse('2026-11-23'), personal: null }
const extended = (until: PlainDate): Decision => ({
  ...about,
  type: 'application.extended',
  body: { until, decidedOn: about.on, decider: 'head', ground: 'complex' },
})
const checked = (correctBy: PlainDate): Decision => ({
  ...about,
  id: 'd2',
  type: 'application.completeness_checked',
  body: { outcome: 'incomplete', lacks: ['essence'], correctBy },
})

function letter(kind: LetterKind, of: string | null): NotedLetter {
  const number = OutgoingNumber.parse({ index: '3-6', letter: 'А', suffix: null, year: 2026, serial: 1 })
  return { letter: EntityId.parse(`letter:${kind}`), kind, about: of, number, on: about.on }
}

const ABOUT: Partial<Record<LetterKind, string>> = { extension: 'd1', correction: 'd2' }

/** Which letters are to be written anew, where the application has one of every kind, all of the same day. */
function restated(kind: 'booked_day_off' | 'extended_day_off' | 'correction_day_off', stated = OFF): string[] {
  const key = bookingKey(booked(stated))
  const letters = LETTER_KINDS.map(one => letter(one, one === 'appointment' ? key : (ABOUT[one] ?? null)))
  const application = { letters, decisions: [extended(stated), checked(stated)], booking: booked(stated) }
  const moved = { kind, on: OFF, why: [], entity: EntityId.parse('application:a') } satisfies MovedTerm
  return restatedLetters(application, moved).map(one => one.kind)
}

describe('a signed letter that states a day which is off now', () => {
  it('is to be written anew: of a booking, of an extension, of the time to put it right, and no other', () => {
    expect(restated('booked_day_off')).toEqual(['central_request', 'appointment', 'moved'])
    expect(restated('extended_day_off')).toEqual(['request_notice', 'extension'])
    expect(restated('correction_day_off')).toEqual(['correction'])
  })

  it('stands where it states another day: it was written of an earlier or a later decision', () => {
    expect(restated('booked_day_off', LATER)).toEqual([])
    expect(restated('extended_day_off', LATER)).toEqual(['request_notice'])
    expect(restated('correction_day_off', LATER)).toEqual([])
  })
})
