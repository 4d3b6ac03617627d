import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it, test } from 'vitest'
import { DOCUMENTS } from '#shared/directory/seed-documents.ts'
import { compareHolder } from '#shared/identity/compare.ts'
import { DOCUMENT_RULES, type DocumentShown, findingsOfDocument } from '#shared/identity/documents.ts'
import { type PlainDate as Day, PlainDate } from '#shared/time/plain-date.ts'

const TODAY = PlainDate.parse('2026-11-23')
const day = (text: string): Day => PlainDate.parse(text)

function codes(shown: Partial<DocumentShown>): string[] {
  const whole = { document: 'id_card', number: '', validTo: null, birth: null, ...shown }
  return findingsOfDocument(whole, TODAY).map(({ code }) => code)
}

const vectors = Papa.parse<{ iin: string; valid: string; why: string }>(
  readFileSync(new URL('../../fixtures/import/iin-vectors.csv', import.meta.url), 'utf8').trim(),
  { header: true },
).data

describe('a document', () => {
  it('of the directory has a rule, and no rule is of another', () => {
    expect(Object.keys(DOCUMENT_RULES).sort()).toEqual(DOCUMENTS.map(({ code }) => code).sort())
  })

  it('past its term is told, its last day is not; none of it stops', () => {
    expect(codes({ validTo: day('2026-11-22') })).toEqual(['expired'])
    expect(codes({ validTo: TODAY })).toEqual([])
    expect(codes({ document: 'own_of_office', number: '?', validTo: day('2020-01-01') })).toEqual(['expired'])
  })

  test.each([
    ['id_card', '041 234 789', true],
    ['id_card', '№041234789', true],
    ['id_card', 'N12345678', false],
    ['passport', 'n12345678', true],
    ['passport', '12345678', false],
    ['diplomatic_passport', 'D123', true],
    ['service_passport', 'D123', false],
    ['birth_certificate', 'any', true],
  ])('%s %s of a usual number: %s', (document, number, usual) => {
    expect(codes({ document, number })).toEqual(usual ? [] : ['number_unusual'])
  })

  test.each([
    ['id_card', '2036-11-23', true],
    ['id_card', '2036-11-24', false],
    ['stateless_card', '2031-11-24', false],
    ['refugee_card', '2027-11-24', false],
    ['foreign_passport', '2066-01-01', true],
  ])('%s until %s of a lawful term: %s', (document, validTo, lawful) => {
    expect(codes({ document, validTo: day(validTo) })).toEqual(lawful ? [] : ['term_too_long'])
  })

  it('from sixteen on is nobody younger', () => {
    expect(codes({ birth: day('2010-11-24') })).toEqual(['too_young'])
    expect(codes({ birth: day('2010-11-23') })).toEqual([])
    expect(codes({ document: 'passport', birth: day('2020-01-01') })).toEqual([])
  })
})

describe('the IIN of a document', () => {
  test.each(vectors)('$iin stops only by length and check digit ($why)', ({ iin, valid }) => {
    const levels = compareHolder({ iin, birth: null, sex: null }, '').map(({ level }) => level)
    expect(levels).toEqual(valid === 'true' ? [] : ['stop'])
  })

  it('of another birth, sex or person only warns, and says nothing where its digits do not', () => {
    const all = compareHolder({ iin: '850706490016', birth: day('1985-07-07'), sex: 'male' }, '911216390303')
    expect(all.map(({ code, level }) => `${level} ${code}`)).toEqual([
      'warn iin_differs',
      'warn iin_birth_differs',
      'warn iin_sex_differs',
    ])
    expect(compareHolder({ iin: '850706490016', birth: day('1985-07-06'), sex: 'female' }, '850706490016')).toEqual([])
    expect(compareHolder({ iin: '850631090013', birth: day('1985-06-30'), sex: 'male' }, '')).toEqual([])
    expect(compareHolder({ iin: null, birth: TODAY, sex: 'male' }, '850706490016')).toEqual([])
  })
})
