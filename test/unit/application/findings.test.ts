import { describe, expect, it } from 'vitest'
import { findingsOf, mayRegister } from '#shared/application/findings.ts'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'

const TODAY = PlainDate.parse('2026-11-23')

function found(registration: Partial<Registration>, personal: Partial<RegistrationPersonal>) {
  return findingsOf(makeRegistration(registration), makeRegistrationPersonal(personal), TODAY)
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
