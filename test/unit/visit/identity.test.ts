import { describe, expect, it } from 'vitest'
import { PlainDate } from '#shared/time/plain-date.ts'
import {
  faultsOfCheck,
  lacksPowers,
  maskDocumentNumber,
  mayAdmit,
  peopleToCheck,
  stoppedBy,
} from '#shared/visit/identity.ts'
import { IdentityCheck, type IdentityCheckPersonal } from '#shared/visit/model.ts'

const TODAY = PlainDate.parse('2026-11-23')
const CHECK: IdentityCheck = {
  member: null,
  result: 'matched',
  document: 'id_card',
  expired: false,
  digital: false,
  powers: 'not_needed',
}
const PERSONAL: IdentityCheckPersonal = {
  number: '041234789',
  issuer: '',
  validTo: null,
  powersNumber: '',
  powersValidTo: null,
  comment: '',
}

function codes(check: Partial<IdentityCheck>, personal: Partial<IdentityCheckPersonal> = {}) {
  return faultsOfCheck({ ...CHECK, ...check }, { ...PERSONAL, ...personal }, TODAY).map(({ code }) => code)
}

describe('a check is not recorded', () => {
  it('without the document it rests on', () => {
    expect(codes({ document: null })).toEqual(['document_missing'])
    expect(codes({}, { number: '' })).toEqual(['number_missing'])
    expect(codes({ digital: true }, { number: '' })).toEqual([])
  })

  it('at the other end of a video link, without who looked there', () => {
    expect(codes({ by: 'other_end' })).toEqual(['other_end_missing'])
    expect(codes({ by: 'other_end' }, { otherEnd: '' })).toEqual(['other_end_missing'])
    expect(codes({ by: 'other_end' }, { otherEnd: 'Ким В.' })).toEqual([])
    expect(codes({ by: 'room' })).toEqual([])
  })

  it.each<[string, Partial<IdentityCheck>]>([
    ['expired', { expired: true }],
    ['of another', { result: 'mismatch' }],
    ['missing', { result: 'no_document', document: null }],
    ['without powers', { powers: 'missing' }],
    ['with expired powers', { powers: 'expired' }],
  ])('%s, without a comment', (_, check) => {
    expect(codes(check)).toEqual(['comment_missing'])
    expect(codes(check, { comment: 'Бөлім басшысының шешімімен' })).toEqual([])
  })

  it('of a term that ended yesterday without a comment, whatever the mark says', () => {
    expect(codes({}, { validTo: PlainDate.parse('2026-11-22') })).toEqual(['comment_missing'])
    expect(codes({}, { validTo: TODAY })).toEqual([])
  })

  it('with powers that ended yesterday shown as in force', () => {
    const yesterday = { powersValidTo: PlainDate.parse('2026-11-22') }
    expect(codes({ powers: 'shown' }, { ...yesterday, powersNumber: '118' })).toEqual(['powers_expired'])
    expect(codes({ powers: 'shown' }, { powersValidTo: TODAY, powersNumber: '118' })).toEqual([])
  })

  it('with powers said to be shown by a document without a number', () => {
    expect(codes({ powers: 'shown' })).toEqual(['powers_number_missing'])
    expect(codes({ powers: 'missing' }, { comment: 'x' })).toEqual([])
  })
})

describe('a check', () => {
  it('passes only with a document in force that matches', () => {
    const faultsOf = (change: Partial<IdentityCheck>) => stoppedBy({ ...CHECK, ...change }).map(({ fault }) => fault)
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ expired: true })).toEqual(['expired'])
    expect(faultsOf({ result: 'mismatch', expired: true })).toEqual(['mismatch', 'expired'])
    expect(faultsOf({ result: 'no_document', document: null })).toEqual(['no_document'])
    expect(faultsOf({ member: 0, result: 'absent', document: null })).toEqual([])
  })

  it('stops for good where powers are past their term or were not shown', () => {
    const stops = (['not_needed', 'shown', 'expired', 'missing'] as const).map(powers => lacksPowers({ powers }))
    expect(stops).toEqual([false, false, true, true])
  })

  it('is of the applicant, who came and may show powers, or of a member, who has none', () => {
    const reads = (change: Partial<IdentityCheck>) => IdentityCheck.safeParse({ ...CHECK, ...change }).success
    expect([reads({}), reads({ member: 48 }), reads({ member: 49 }), reads({ member: -1 })]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([reads({ result: 'absent' }), reads({ member: 0, result: 'absent', document: null })]).toEqual([false, true])
    expect(reads({ member: 0, powers: 'shown' })).toBe(false)
  })

  it('of somebody who did not come asks for nothing more', () => {
    expect(codes({ member: 0, result: 'absent', document: null }, { number: '' })).toEqual([])
  })
})

it('everybody of a delegation is to be checked, the applicant first', () => {
  expect([peopleToCheck(0), peopleToCheck(2)]).toEqual([[null], [null, 0, 1]])
})

it('only the lead decides on a check that did not pass, or who administers the desk', () => {
  const roles = ['clerk', 'head', 'administrator', 'system'] as const
  expect(roles.filter(mayAdmit)).toEqual(['head', 'administrator'])
})

it('a document number is kept but for its last three characters', () => {
  expect(maskDocumentNumber('04 1234 789')).toBe('••••••789')
  expect(maskDocumentNumber('12')).toBe('12')
})
