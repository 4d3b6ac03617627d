import { describe, expect, it } from 'vitest'
import { typedTime } from '#renderer/components/typed-time.ts'
import type { ApplicationCard } from '#renderer/db/query-types.ts'
import {
  bookingWarnings,
  consentsNeeded,
  firstReceiving,
  freeTimes,
  offeredMonths,
  receptionsOf,
} from '#renderer/features/applications/card/booking-days.ts'
import { actOfKey, CARD_ACTS, type CardAct, cardActsOf } from '#renderer/features/applications/card/card-acts.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { looksLikeEotinish } from '#shared/eotinish/number.ts'
import { MonthSchedule, Reception } from '#shared/schedule/model.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const at = (text: string) => PlainTime.parse(text)

type Asked = Parameters<typeof cardActsOf>[0]
const standing = (status: Asked['status'], more: Partial<Asked> & { booked?: boolean } = {}): Asked => {
  const { booked = false, ...rest } = more
  const registered = { booking: booked ? {} : null } as ApplicationCard['registered']
  return { status, erased: false, needsUpdate: false, registered, ...rest }
}

describe('acts of a card', () => {
  it('are the lawful ones of each status and no more', () => {
    const papers: CardAct[] = ['correct', 'eotinish', 'talon', 'paper']
    const of = (asked: Asked) => cardActsOf(asked).toSorted()
    expect(of(standing('open'))).toEqual([...papers, 'appoint', 'book', 'reception', 'withdraw'].toSorted())
    expect(of(standing('open', { booked: true }))).toEqual(
      [...papers, 'appoint', 'book', 'drop_booking', 'reception', 'withdraw'].toSorted(),
    )
    expect(of(standing('received', { booked: true }))).toEqual(papers.toSorted())
    expect(of(standing('withdrawn'))).toEqual([...papers, 'reopen'].toSorted())
  })

  it('are none on an imported record and on one of a newer program; of an erased person only those without words', () => {
    expect(cardActsOf(standing('imported', { registered: null }))).toEqual([])
    expect(cardActsOf(standing('open', { needsUpdate: true }))).toEqual([])
    expect(cardActsOf(standing('open', { erased: true }))).toEqual(['book', 'reception', 'withdraw', 'appoint'])
    expect(cardActsOf(standing('withdrawn', { erased: true }))).toEqual(['reopen'])
  })

  it('have a key each, by its place, that does nothing where the act is not lawful', () => {
    const press = (code: string, more = {}) => ({
      ...{ code, altKey: true, ctrlKey: false, shiftKey: false, metaKey: false },
      ...more,
    })
    for (const status of ['open', 'received', 'withdrawn'] as const) {
      const acts = cardActsOf(standing(status, { booked: true }))
      const digits = acts.map(act => CARD_ACTS[act].digit)
      expect(new Set(digits).size).toBe(digits.length)
      for (const act of acts) expect(actOfKey(press(`Digit${CARD_ACTS[act].digit}`), acts)).toBe(act)
    }
    expect(actOfKey(press('Digit3'), cardActsOf(standing('received')))).toBeNull()
    expect(actOfKey(press('Digit1', { altKey: false }), ['correct'])).toBeNull()
    expect(actOfKey(press('Digit1', { ctrlKey: true }), ['correct'])).toBeNull()
  })
})

describe('booking', () => {
  const reception = (id: string, officialId: string, date: string): Reception =>
    Reception.parse({ id, officialId, date, from: '09:00', to: '13:00', room: '1', moved: null })
  const november = MonthSchedule.parse({
    month: '2026-11',
    receptions: [
      reception('b', 'akim', '2026-11-27'),
      reception('a', 'akim', '2026-11-20'),
      reception('c', 'deputy', '2026-11-24'),
    ],
  })
  const today = day('2026-11-22')
  const receptions = receptionsOf('akim', today, [november])
  const looked = { officialId: 'akim', receptions, taken: [at('09:30')], today, calendar: SEED_CALENDAR }

  it('offers the days of this official from today on, from this month and the next two', () => {
    expect(receptions.map(one => one.id)).toEqual(['b'])
    expect(offeredMonths(today)).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(offeredMonths(day('2027-01-31'))).toEqual(['2027-01', '2027-02', '2027-03'])
  })

  it('begins with the official whose next day is the nearest; today and who is not known are not offered', () => {
    const officials = ['akim', 'deputy'].map(id => ({ id }))
    expect(firstReceiving(officials, today, [november])).toBe('deputy')
    expect(firstReceiving(officials, day('2026-11-24'), [november])).toBe('akim')
    expect(firstReceiving([{ id: 'other' }], today, [november])).toBeNull()
  })

  it('a time that is taken is not offered, and none goes beyond the end', () => {
    const hour = { from: at('10:00'), to: at('11:00'), slot: 15, buffer: 0, capacity: null }
    expect(freeTimes(hour, [at('10:15')])).toEqual(['10:00', '10:30', '10:45'])
    expect(freeTimes({ ...hour, to: at('10:10') }, [])).toEqual([])
    const lunch = { from: at('10:30'), to: at('10:45') }
    expect(freeTimes({ ...hour, buffer: 15 }, [], lunch)).toEqual(['10:00', '10:45'])
  })

  it('by video and with another official only who agreed to it', () => {
    const appointed = { officialId: 'akim', video: false }
    const asked = { officialId: 'deputy', mode: 'video' } as const
    expect(consentsNeeded({ appointed, booking: null }, asked)).toEqual(['video', 'other_official'])
    expect(consentsNeeded({ appointed: { ...appointed, video: true }, booking: null }, asked)).toEqual([
      'other_official',
    ])
    expect(consentsNeeded({ appointed, booking: null }, { officialId: 'akim', mode: 'in_person' })).toEqual([])
    expect(consentsNeeded({ appointed: null, booking: null }, { ...asked, mode: 'in_person' })).toEqual([])
  })

  it('warns of what a person should know, and of nothing where all is well', () => {
    const warned = (date: string, time: string | null) =>
      bookingWarnings({ ...looked, date: day(date), time: time === null ? null : at(time) })
    expect(warned('2026-11-27', '09:00')).toEqual([])
    expect(warned('2026-11-27', null)).toEqual([])
    expect(warned('2026-11-27', '09:30')).toEqual(['taken'])
    expect(warned('2026-11-27', '13:00')).toEqual(['outside_hours'])
    expect(warned('2026-11-24', '09:00')).toEqual(['not_receiving'])
    expect(warned('2026-11-28', '09:00')).toEqual(['not_working', 'not_receiving'])
    expect(warned('2026-11-20', '09:00')).toEqual(['past', 'not_receiving'])
  })

  it('understands a time as it is typed, and no half of one', () => {
    const typed = ['9:05', '09.05', '0905', ' 9 05 '].map(typedTime)
    expect(typed).toEqual(['09:05', '09:05', '09:05', '09:05'])
    for (const wrong of ['', '9', '24:00', '9:5', '9:60', 'тоғыз']) expect(typedTime(wrong), wrong).toBeNull()
  })
})

it('a number of e-Otinish is told from a remark', () => {
  for (const number of ['ЗТ-2026-01234567', 'ЖТ-2026-12', '2026-0012345']) {
    expect(looksLikeEotinish(number), number).toBe(true)
  }
  for (const remark of ['жоқ', 'нет номера', '12', 'позже внесу 2026'])
    expect(looksLikeEotinish(remark), remark).toBe(false)
})
