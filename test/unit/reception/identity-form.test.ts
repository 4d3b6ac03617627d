import { describe, expect, it } from 'vitest'
import {
  changedForm,
  checkOf,
  faultsOfForm,
  newIdentityForm,
  registeredIin,
  scannedForm,
} from '#renderer/features/reception/identity-form.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { type MrzRead, readMrz } from '#shared/identity/mrz.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { stoppedBy } from '#shared/visit/identity.ts'
import { IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'
import { isOutOfTurn, needsNote } from '#shared/visit/out-of-turn.ts'
import { cardLines, KAZAKH_CARD } from '#test/fixtures/identity/zones.ts'
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

describe('a check that was scanned', () => {
  function scanned(): MrzRead {
    const result = readMrz(cardLines(KAZAKH_CARD).join(''), TODAY)
    if (!result.ok) throw new Error('not read')
    return result.value
  }
  const form = scannedForm({ ...newIdentityForm(null, TODAY), result: 'no_document', digital: true }, scanned(), 'x')

  it('changed by hand afterwards says so for good, also where the change is taken back', () => {
    const changed = changedForm(form, { number: '1' })
    expect(checkOf(changed, TODAY).check.source).toBe('scanned_edited')
    expect(changedForm(changed, { number: form.number }).source).toBe('scanned_edited')
    expect(changedForm(form, { validTo: '' }).source).toBe('scanned_edited')
    expect(changedForm(form, { comment: 'x', number: form.number, powersNumber: '1' }).source).toBe('scanned')
    expect(changedForm(newIdentityForm(null, TODAY), { number: '1' }).source).toBe('typed')
  })

  it('is filled in and whole, without the name or the IIN', () => {
    const { check, personal } = checkOf(form, TODAY)
    expect(faultsOfForm(form, TODAY)).toEqual([])
    expect(check).toMatchObject({ result: 'matched', document: 'id_card', digital: false, source: 'scanned' })
    expect(personal).toMatchObject({ number: '041234785', issuer: 'x', validTo: '2031-05-02' })
    expect(IdentityCheck.parse(check)).toEqual(check)
    expect(JSON.stringify({ check, personal })).not.toMatch(/SEITOVA|850706490016/)
  })

  it('of a document that was taken away again is of none', () => {
    expect(checkOf({ ...form, result: 'no_document' }, TODAY).check.source).toBeUndefined()
  })

  it('is compared with the IIN of the person it is of', () => {
    const members = [{ surname: 'Б', given: '', patronymic: '', iin: '911216390303' }]
    const both = registered({}, { iin: '850706490016', members } as never)
    expect([registeredIin(both, null), registeredIin(both, 0), registeredIin(both, 1), registeredIin(null, 0)]).toEqual(
      ['850706490016', '911216390303', '', ''],
    )
  })
})

describe('a check at the other end of a video link', () => {
  it('names who looked there; in the room nobody is named', () => {
    const form = { ...newIdentityForm(null, TODAY), number: '1', otherEnd: true }
    expect(faultsOfForm(form, TODAY)).toEqual([{ field: 'otherEnd', code: 'other_end_missing' }])
    const named = { ...form, otherEndWho: ' Ким В., Аксай ' }
    expect(faultsOfForm(named, TODAY)).toEqual([])
    const { check, personal } = checkOf(named, TODAY)
    expect([check.by, personal.otherEnd]).toEqual(['other_end', 'Ким В., Аксай'])
    expect(IdentityCheckPersonal.parse(personal)).toEqual(personal)
    const room = checkOf({ ...named, otherEnd: false }, TODAY)
    expect([room.check.by, room.personal.otherEnd]).toEqual([undefined, undefined])
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
