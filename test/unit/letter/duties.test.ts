import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/application/decisions.ts'
import { Booking } from '#shared/application/registration.ts'
import type { ApplicationStatus, Registered } from '#shared/application/transitions.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { entityId } from '#shared/change/action.ts'
import { letterDuties, owedLetters } from '#shared/letter/duties.ts'
import { letterTerm } from '#shared/letter/letter-terms.ts'
import type { LetterKind } from '#shared/letter/model.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistered } from '#test/fixtures/decisions.ts'

const day = (text: string) => PlainDate.parse(text)
const OUTGOING = { index: '1', letter: 'А', suffix: null, year: 2026, serial: 1 } as never

function decision(type: string, body: object, on = '2026-11-24'): Decision {
  return { id: `d-${type}`, type, body, personal: null, on, at: `${on}T05:00:00.000Z`, by: 'u1' } as unknown as Decision
}

const COMPETENCE = (outcome: string) => decision('application.competence_decided', { outcome, body: 'police' })
const EXTENDED = decision('application.extended', { until: '2027-01-10', decidedOn: '2026-11-24' })

function dutiesOf(status: ApplicationStatus, registered: Registered): LetterKind[] {
  return letterDuties({ status, registered }).map(({ kind }) => kind)
}

describe('what obliges a letter', () => {
  const of = (decisions: readonly Decision[], change: Partial<Registered> = {}, profile: ProfileId = 'WKO-2020/2023') =>
    makeRegistered(profile, { decisions, ...change })
  const refused = decision('application.refused', { ground: 'competence' })

  it.each([
    ['refused', of([refused], { refusal: refused as never }), ['refusal']],
    ['left', of([decision('application.left', {})]), ['left']],
    ['forwarded', of([COMPETENCE('forwarded')]), ['forwarding', 'forwarded_notice']],
    ['open', of([EXTENDED], { extendedTo: day('2027-01-10') }), ['extension']],
    ['open', of([COMPETENCE('central_body')], { competence: 'central_body' }), ['central_request']],
    ['received', of([EXTENDED], { extendedTo: day('2027-01-10') }), []],
    ['withdrawn', of([refused]), []],
  ] as const)('%s', (status, registered, kinds) => {
    expect(dutiesOf(status, registered)).toEqual(kinds)
  })

  it('what an act has no letter for obliges to none; what it lacks obliges under the Rules of 2026', () => {
    const incomplete = [decision('application.completeness_checked', { outcome: 'incomplete', lacks: ['essence'] })]
    expect(dutiesOf('incomplete', of(incomplete))).toEqual([])
    expect(dutiesOf('incomplete', of(incomplete, {}, 'KZ-2026'))).toEqual(['correction'])
  })

  it('a time on the very day of registration is told at the desk; a later one by letter, another one anew', () => {
    const { on } = of([])
    const booked = (date: string, letters: Registered['letters'] = []) =>
      of([], { booking: Booking.parse({ officialId: 'o1', date, time: null }), letters })
    expect(dutiesOf('open', booked(on))).toEqual([])
    const [duty] = owedLetters({ status: 'open', registered: booked('2027-02-08') })
    expect(duty?.about).toBe('o1:2027-02-08:')
    const made = { letter: entityId('letter', 'a'), kind: 'appointment', number: OUTGOING } as const
    const signed = { ...made, on, about: duty?.about ?? null }
    expect(owedLetters({ status: 'open', registered: booked('2027-02-08', [signed]) })).toEqual([])
    expect(owedLetters({ status: 'open', registered: booked('2027-02-09', [signed]) })).toHaveLength(1)
  })

  it('of an erased person nothing is owed any more', () => {
    const registered = of([decision('application.left', {})], { personal: null })
    expect(owedLetters({ status: 'left', registered })).toEqual([])
  })

  it('once a central body is asked, the applicant is told within two working days of it', () => {
    const request = { letter: entityId('letter', 'r'), kind: 'central_request', number: OUTGOING } as const
    const registered = of([COMPETENCE('central_body')], {
      competence: 'central_body',
      letters: [{ ...request, about: 'd-application.competence_decided', on: day('2026-11-27') }],
    })
    const [notice] = owedLetters({ status: 'open', registered })
    expect(notice?.kind).toBe('request_notice')
    // Friday; then the days off, Monday and Tuesday.
    const term = notice && letterTerm(notice, registered, SEED_CALENDAR)
    expect(term).toMatchObject({ by: '2026-12-01', term: { clause: { clause: '19' } } })
  })

  it('an extension is told within three working days of the decision; a refusal by the term of the answer', () => {
    const extended = of([EXTENDED], { extendedTo: day('2027-01-10') })
    const by = (kind: LetterKind, about: string | null) => letterTerm({ kind, about }, extended, SEED_CALENDAR)?.by
    expect(by('extension', 'd-application.extended')).toBe('2026-11-27')
    expect(by('refusal', null)).toBe('2027-01-10')
    expect(by('moved', null)).toBeUndefined()
  })
})
