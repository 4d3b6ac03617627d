import { describe, expect, it } from 'vitest'
import { FINDING_CLAUSES, FINDING_CODES } from '#shared/application/finding-clauses.ts'
import { findingsOf, isLacking, mayRegister } from '#shared/application/findings.ts'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { lastWorkingMoment } from '#shared/application/working-time.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

/** A Monday. */
const NOW = momentOf('2026-11-23', '11:00')

function found(registration: Partial<Registration>, personal: Partial<RegistrationPersonal>, now = NOW) {
  const looked = { now, registered: now, work: WORK }
  return findingsOf(makeRegistration(registration), makeRegistrationPersonal(personal), looked)
}

const MEMBER = { surname: 'Серіков', given: 'Асхат', patronymic: '', iin: '' }
const NOBODY = { surname: '', given: '', patronymic: '', iin: '', organisation: '', bin: '' }
const POWERS = {
  document: 'power_of_attorney',
  number: '12',
  issuer: '',
  issued: null,
  validTo: PlainDate.parse('2026-11-22'),
  scope: '',
}

describe('an application is not registered', () => {
  it.each<[string, Partial<Registration>, Partial<RegistrationPersonal>, string]>([
    ['with a wrong IIN', {}, { iin: '750817453055' }, 'iin_wrong'],
    ['with a BIN for an IIN', {}, { iin: '140540007890' }, 'iin_wrong'],
    ['without a name', {}, { surname: '', given: '' }, 'name_missing'],
    ['without a matter', {}, { essence: ' \u200b ' }, 'essence_missing'],
    ['with a matter of no letters', {}, { essence: '... !' }, 'essence_missing'],
    ['of a legal entity without its name', { applicant: 'legal_entity' }, {}, 'organisation_missing'],
    ['of a legal entity with a wrong BIN', { applicant: 'legal_entity' }, { bin: '123' }, 'bin_wrong'],
    ['for another who is not named', { represented: true }, { principal: NOBODY }, 'principal_missing'],
    [
      'of a delegation with more members than people',
      { delegation: 2 },
      { members: [MEMBER, MEMBER] },
      'delegation_small',
    ],
    ['of a delegation with a wrong IIN', { delegation: 2 }, { members: [{ ...MEMBER, iin: '1' }] }, 'iin_wrong'],
    [
      'from paper that is dated tomorrow',
      { catchUp: { on: PlainDate.parse('2026-11-24'), at: '09:00' as never } },
      {},
      'catch_up_later',
    ],
  ])('%s', (_, registration, personal, code) => {
    const findings = found(registration, personal)
    expect(findings).toContainEqual(expect.objectContaining({ code, level: 'stop' }))
    expect(mayRegister(findings)).toBe(false)
  })
})

describe('an application is registered, and the clerk is told', () => {
  it.each<[string, Partial<Registration>, Partial<RegistrationPersonal>, string]>([
    ['without an IIN and no reason why', {}, { iin: '' }, 'iin_missing'],
    ['a phone nobody can dial', {}, { phone: '12' }, 'phone_unreadable'],
    ['no way to answer', {}, { phone: '', address: '' }, 'contact_missing'],
    ['three words', {}, { essence: 'Жер телімі туралы' }, 'essence_short'],
    ['a foreigner', { applicant: 'foreigner', noIin: 'none_issued' }, { iin: '' }, 'foreigner_checklist'],
    ['a category without its document', {}, { category: 'disability' }, 'category_proof'],
    [
      'powers past their term',
      { represented: true },
      { principal: { ...NOBODY, surname: 'А' }, powers: POWERS },
      'powers_expired',
    ],
    ['a delegation with unnamed members', { delegation: 5 }, { members: [MEMBER] }, 'members_missing'],
  ])('%s', (_, registration, personal, code) => {
    const findings = found(registration, personal)
    expect(findings).toContainEqual(expect.objectContaining({ code, level: 'warn' }))
    expect(mayRegister(findings)).toBe(true)
  })
})

it('nothing is found where nothing is wrong, and no proof is asked of a pregnant woman', () => {
  expect(found({}, {})).toEqual([])
  expect(found({}, { category: 'pregnant' })).toEqual([])
  expect(found({ noIin: 'not_at_hand' }, { iin: '' })).toEqual([])
})

it('who speaks for an organisation names it once, as the applicant', () => {
  const organisation = { applicant: 'legal_entity', represented: true } as const
  const personal = { organisation: 'ЖШС', bin: '180940012348', principal: NOBODY, powers: { ...POWERS, validTo: null } }
  expect(found(organisation, personal)).toEqual([])
})

describe('outside working time', () => {
  const told = (now: [string, string], change: Partial<Registration> = {}) =>
    found(change, {}, momentOf(...now)).map(({ field, code, level }) => `${field} ${code} ${level}`)
  const came = (on: string, at: string, channel = 'oral'): Partial<Registration> => ({
    catchUp: momentOf(on, at),
    channel,
  })

  it.each<[string, [string, string], string[]]>([
    ['the first minute', ['2026-11-23', '09:00'], []],
    ['the last minute', ['2026-11-23', '18:30'], []],
    ['a minute after', ['2026-11-23', '18:31'], ['late outside_hours warn']],
    ['before the door opens', ['2026-11-23', '08:59'], ['late outside_hours warn']],
    ['a Sunday', ['2026-11-22', '11:00'], ['late outside_hours warn']],
    ['a holiday', ['2026-12-16', '11:00'], ['late outside_hours warn']],
    ['the break', ['2026-11-23', '13:00'], ['late lunch_hours warn']],
    ['the end of the break', ['2026-11-23', '14:30'], []],
  ])('nobody is sent away, and the clerk is told: %s', (_, now, expected) => expect(told(now)).toEqual(expected))

  it('what a portal or the post brings in the break is nobody coming in the break', () => {
    for (const channel of ['egov', 'paper']) expect(told(['2026-11-23', '13:10'], { channel })).toEqual([])
  })

  it('in the evening one key makes it an entry of the last working minute, and nothing stands against it', () => {
    const evenings = [momentOf('2026-11-23', '21:00'), momentOf('2026-11-22', '11:00'), momentOf('2026-11-23', '07:00')]
    for (const now of evenings) expect(found({ catchUp: lastWorkingMoment(now, WORK) }, {}, now)).toEqual([])
  })

  it.each<[string, Partial<Registration>, string]>([
    ['later the same day', came('2026-11-23', '11:01'), 'catchUp.at catch_up_later stop'],
    ['a Saturday', came('2026-11-21', '11:00'), 'catchUp.on catch_up_day_off stop'],
    ['a Saturday by telephone', came('2026-11-21', '11:00', 'call_centre'), 'catchUp.on catch_up_day_off stop'],
    ['a Saturday by the portal', came('2026-11-21', '11:00', 'egov'), 'catchUp.on catch_up_day_off warn'],
    ['a night', came('2026-11-20', '23:10'), 'catchUp.at catch_up_outside_hours stop'],
    ['a night by the portal', came('2026-11-20', '23:10', 'egov'), 'catchUp.at catch_up_outside_hours warn'],
    ['another year typed', came('2021-11-22', '11:00'), 'catchUp.on catch_up_too_old stop'],
    ['a paper found after a year', came('2025-11-20', '11:00'), 'catchUp.on catch_up_old warn'],
  ])('an entry from paper of %s', (_, change, expected) => {
    expect(told(['2026-11-23', '11:00'], change)).toEqual([expected])
  })

  it('a correction in the evening asks nothing of what was registered in the morning', () => {
    const looked = { now: momentOf('2026-11-23', '21:00'), registered: NOW, work: WORK }
    expect(findingsOf(makeRegistration(), makeRegistrationPersonal(), looked)).toEqual([])
  })
})

describe('what lacks of the content is judged by the act of the day it came', () => {
  const FROM_2026 = PlainDate.parse('2026-10-01')
  const actOn = (on: PlainDate) => (on >= FROM_2026 ? ('KZ-2026' as const) : ('WKO-2020/2023' as const))
  const levels = (registration: Partial<Registration>, personal: Partial<RegistrationPersonal>) =>
    findingsOf(makeRegistration(registration), makeRegistrationPersonal(personal), {
      now: NOW,
      registered: NOW,
      work: WORK,
      actOn,
    })
  const lackOf = (code: string, found: ReturnType<typeof levels>) => found.find(one => one.code === code)?.level
  const late = { catchUp: { on: PlainDate.parse('2026-09-29'), at: '10:00' as never } }

  it.each<[string, Partial<Registration>, Partial<RegistrationPersonal>]>([
    ['essence_missing', {}, { essence: ' ' }],
    ['name_missing', {}, { surname: '', given: '' }],
    ['organisation_missing', { applicant: 'legal_entity' }, {}],
  ])(
    '%s is a lack under the Rules of 2026, and keeps from registering under clause 5',
    (code, registration, personal) => {
      const now = levels(registration, personal)
      expect([lackOf(code, now), mayRegister(now), isLacking(now)]).toEqual(['lack', true, true])
      const then = levels({ ...registration, ...late }, personal)
      expect([lackOf(code, then), mayRegister(then), isLacking(then)]).toEqual(['stop', false, false])
    },
  )

  it('a wrong number is no lack under any act: it is typed anew', () => {
    expect(lackOf('iin_wrong', levels({}, { iin: '1' }))).toBe('stop')
  })

  it('what comes on the evening before the Rules is of the next day, and of its act', () => {
    const found = levels({ catchUp: { on: PlainDate.parse('2026-09-30'), at: '20:00' as never } }, { essence: '' })
    expect(lackOf('essence_missing', found)).toBe('lack')
  })
})

it('every finding has its clause under each act, and none under both is forgotten', () => {
  for (const clauses of Object.values(FINDING_CLAUSES))
    expect(Object.keys(clauses).sort()).toEqual([...FINDING_CODES].sort())
})
