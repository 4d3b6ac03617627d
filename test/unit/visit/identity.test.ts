import { describe, expect, it } from 'vitest'
import { PlainDate } from '#shared/time/plain-date.ts'
import { faultsOfCheck, maskDocumentNumber, passesCheck } from '#shared/visit/identity.ts'
import type { IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'

const TODAY = PlainDate.parse('2026-11-23')
const CHECK: IdentityCheck = {
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

it('passes only with a document that matches and powers in force or not needed', () => {
  expect(passesCheck(null)).toBe(false)
  expect(passesCheck(CHECK)).toBe(true)
  expect(passesCheck({ ...CHECK, powers: 'shown' })).toBe(true)
  expect(passesCheck({ ...CHECK, powers: 'expired' })).toBe(false)
})

it('a document number is kept but for its last three characters', () => {
  expect(maskDocumentNumber('04 1234 789')).toBe('••••••789')
  expect(maskDocumentNumber('12')).toBe('12')
})
