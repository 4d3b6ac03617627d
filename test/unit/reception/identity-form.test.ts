import { describe, expect, it } from 'vitest'
import { checkOf, faultsOfForm, newIdentityForm } from '#renderer/features/reception/identity-form.ts'
import type { Registered } from '#shared/application/transitions.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { stoppedBy } from '#shared/visit/identity.ts'
import { IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'
import { isOutOfTurn, needsNote } from '#shared/visit/out-of-turn.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'

const TODAY = '2026-11-23' as PlainDate

function registered(
  registration: Parameters<typeof makeRegistration>[0],
  personal: Parameters<typeof makeRegistrationPersonal>[0] = {},
): Registered {
  const profile: ProfileId = 'WKO-2020/2023'
  const parts = { registration: makeRegistration(registration), personal: makeRegistrationPersonal(personal) }
  return { ...parts, profile } as Registered
}

function represented(validTo: string | null): Registered {
  const powers = {
    document: 'power_of_attorney',
    number: 'N-1',
    issuer: '',
    issued: null,
    validTo: validTo as PlainDate | null,
    scope: '',
  }
  return registered({ represented: true }, { powers })
}

describe('the check as it is typed', () => {
  it('is a number only in the usual case', () => {
    const form = { ...newIdentityForm(registered({}), TODAY), number: ' 045678417 ' }
    expect(faultsOfForm(form, TODAY)).toEqual([])
    const { check, personal } = checkOf(form, TODAY)
    expect(check).toEqual({
      member: null,
      result: 'matched',
      document: 'id_card',
      expired: false,
      digital: false,
      powers: 'not_needed',
    })
    expect(personal.number).toBe('045678417')
    expect(stoppedBy(check)).toEqual([])
  })

  it('of an expired document needs a comment, and the lead decides; the last day is in force', () => {
    const form = { ...newIdentityForm(null, TODAY), number: '1', validTo: '22.11.2026' }
    expect(checkOf(form, TODAY).check.expired).toBe(true)
    expect(faultsOfForm(form, TODAY)).toEqual([{ field: 'comment', code: 'comment_missing' }])
    expect(faultsOfForm({ ...form, comment: 'x' }, TODAY)).toEqual([])
    expect(stoppedBy(checkOf(form, TODAY).check)).toEqual([{ member: null, fault: 'expired' }])
    expect(checkOf({ ...form, validTo: '23.11.2026' }, TODAY).check.expired).toBe(false)
  })

  it('does not take half a date for none', () => {
    const form = {
      ...newIdentityForm(represented(null), TODAY),
      number: '1',
      validTo: '31.02.2027',
      powersValidTo: '1.1',
    }
    expect(faultsOfForm(form, TODAY)).toEqual([
      { field: 'validTo', code: 'date_unread' },
      { field: 'powersValidTo', code: 'date_unread' },
    ])
  })

  it('keeps nothing of a document that was not shown', () => {
    const form = {
      ...newIdentityForm(null, TODAY),
      result: 'no_document' as const,
      number: '1',
      issuer: 'x',
      digital: true,
      validTo: '?',
      comment: 'x',
    }
    const { check, personal } = checkOf(form, TODAY)
    expect([check.document, check.digital, personal.number, personal.issuer, personal.validTo]).toEqual([
      null,
      false,
      '',
      '',
      null,
    ])
    expect(faultsOfForm(form, TODAY)).toEqual([])
    expect(stoppedBy(check)).toEqual([{ member: null, fault: 'no_document' }])
  })

  it('begins with the powers as registered, in force or past their term', () => {
    expect(newIdentityForm(represented('2027-01-31'), TODAY)).toMatchObject({
      powers: 'shown',
      powersNumber: 'N-1',
      powersValidTo: '31.01.2027',
    })
    expect(newIdentityForm(represented('2026-11-22'), TODAY).powers).toBe('expired')
    expect(newIdentityForm(represented(null), TODAY).powers).toBe('shown')
    expect(newIdentityForm(registered({ represented: true }), TODAY).powers).toBe('missing')
    const form = { ...newIdentityForm(represented('2026-11-22'), TODAY), number: '1', powers: 'shown' as const }
    expect(faultsOfForm(form, TODAY)).toEqual([{ field: 'powers', code: 'powers_expired' }])
  })

  it('does not take expired powers for shown because their date was cleared; another document is another', () => {
    const typed = { ...newIdentityForm(represented('2026-11-22'), TODAY), number: '1', powersValidTo: ' ' }
    const cleared = { ...typed, powers: 'shown' as const }
    expect(checkOf(typed, TODAY).check.powers).toBe('expired')
    expect(faultsOfForm(cleared, TODAY)).toEqual([{ field: 'powers', code: 'powers_expired' }])
    expect(faultsOfForm({ ...cleared, powersNumber: '' }, TODAY)).toEqual([
      { field: 'powers', code: 'powers_number_missing' },
    ])
    expect(faultsOfForm({ ...cleared, powersNumber: 'N-2' }, TODAY)).toEqual([])
    expect(faultsOfForm({ ...cleared, powersValidTo: '23.11.2026' }, TODAY)).toEqual([])
  })

  it('is always what the journal takes', () => {
    for (const one of [null, represented('2026-11-22'), registered({})]) {
      const { check, personal } = checkOf({ ...newIdentityForm(one, TODAY), number: '1' }, TODAY)
      expect(IdentityCheck.parse(check)).toEqual(check)
      expect(IdentityCheckPersonal.parse(personal)).toEqual(personal)
    }
  })
})

describe('the check of a member of a delegation', () => {
  it('asks for no powers, also where the applicant acts for another', () => {
    const form = { ...newIdentityForm(represented('2026-11-22'), TODAY, 3), number: '1' }
    expect(checkOf(form, TODAY).check).toMatchObject({ member: 3, powers: 'not_needed' })
    expect(faultsOfForm(form, TODAY)).toEqual([])
  })

  it('who did not come is nothing but that', () => {
    const form = { ...newIdentityForm(null, TODAY, 0), result: 'absent' as const, number: '1', validTo: '?' }
    const { check, personal } = checkOf(form, TODAY)
    expect([check.document, check.expired, personal.number]).toEqual([null, false, ''])
    expect(faultsOfForm(form, TODAY)).toEqual([])
    expect(IdentityCheck.parse(check)).toEqual(check)
  })
})

describe('out of turn', () => {
  it('has to be explained where no category is registered that a document could prove', () => {
    expect(needsNote(true, registered({}, { category: null }))).toBe(true)
    expect(needsNote(true, null)).toBe(true)
    expect(needsNote(true, registered({}, { category: 'disability', proofSeen: false }))).toBe(false)
    expect(needsNote(false, null)).toBe(false)
  })

  it('has to be explained where the act of the application does not receive that category so; the own of an office it does', () => {
    const of = (profile: ProfileId, category: string) => ({
      profile,
      personal: registered({}, { category, proofSeen: true }).personal,
    })
    const both = (category: string) =>
      (['WKO-2020/2023', 'KZ-2026'] as const).map(id => needsNote(true, of(id, category)))
    expect([both('veteran_labour'), both('disability'), both('own_of_office')]).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ])
    expect(isOutOfTurn(of('WKO-2020/2023', 'own_of_office'))).toBe(true)
  })

  it('is a category whose document was seen; of a pregnant woman none is demanded', () => {
    expect(isOutOfTurn(registered({}, { category: 'disability', proofSeen: true }))).toBe(true)
    expect(isOutOfTurn(registered({}, { category: 'disability', proofSeen: false }))).toBe(false)
    expect(isOutOfTurn(registered({}, { category: 'pregnant', proofSeen: false }))).toBe(true)
    expect(isOutOfTurn(registered({}, { category: null, proofSeen: true }))).toBe(false)
    expect(isOutOfTurn(null)).toBe(false)
  })
})
