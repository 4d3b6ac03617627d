import { describe, expect, it } from 'vitest'
import { type Asked, faultsOf, type Locales, readAsked, readLocales } from '../../../tools/check-locales.ts'
import { LOCALE_FAMILIES } from '../../../tools/locale-families.ts'

/** Every member of every family, so that a made-up set of words is whole but for the fault under test. */
const FAMILY_KEYS = LOCALE_FAMILIES.flatMap(({ prefix, members }) => (members ?? []).map(code => prefix + code))
const NOTHING_ASKED: Asked = { literals: new Set(), errorCodes: new Set(), prefixes: new Set() }

function words(kk: Record<string, string>, ru: Record<string, string>): Locales {
  const whole = (mark: string) => Object.fromEntries(FAMILY_KEYS.map((key, at) => [key, `${mark} ${at}`]))
  const context = Object.fromEntries(
    [...FAMILY_KEYS, ...Object.keys(kk), ...Object.keys(ru)].map(key => [key, 'where']),
  )
  return { kk: { ...whole('бір'), ...kk }, ru: { ...whole('один'), ...ru }, context }
}

function faults(kk: Record<string, string>, ru: Record<string, string>, asked: Partial<Asked> = {}): string[] {
  const literals = new Set([...Object.keys(kk), ...Object.keys(ru)])
  return faultsOf(words(kk, ru), { ...NOTHING_ASKED, literals, ...asked })
}

describe('words of the product', () => {
  it('are whole in both languages: nothing missing, empty, unused, untranslated or mixed of alphabets', () => {
    expect(faultsOf(readLocales(), readAsked())).toEqual([])
  })
})

describe('the gate of the words', () => {
  it('lets whole words pass', () => {
    expect(faults({ 'a.b': 'Сақтау: {{count}}' }, { 'a.b': 'Сохранить: {{count}}' })).toEqual([])
  })

  it.each([
    ['a key missing in one language', { 'a.b': 'Сақтау' }, {}, 'a.b: missing or empty in ru.json'],
    ['an empty text', { 'a.b': ' ' }, { 'a.b': 'Сохранить' }, 'a.b: missing or empty in kk.json'],
    [
      'another parameter',
      { 'a.b': 'Сақтау {{n}}' },
      { 'a.b': 'Сохранить {{m}}' },
      'a.b: other parameters in kk than in ru',
    ],
    ['an untranslated text', { 'a.b': 'Сохранить' }, { 'a.b': 'Сохранить' }, 'a.b: the same in both languages'],
    [
      'a Latin i in a Kazakh word',
      { 'a.b': 'Өтiніш' },
      { 'a.b': 'Обращение' },
      'a.b: Latin and Cyrillic letters in one word (kk)',
    ],
    [
      'a parameter that would never be filled in',
      { 'a.b': 'Барлығы {sum}' },
      { 'a.b': 'Всего {sum}' },
      'a.b: a parameter in one brace is shown as it stands (kk)',
    ],
    ['a Kazakh letter in Russian', { 'a.b': 'Өтініш' }, { 'a.b': 'Өтініш бер' }, 'a.b: Kazakh letters in ru'],
  ])('finds %s', (_, kk, ru, fault) => {
    expect(faults(kk, ru)).toContain(fault)
  })

  it('finds a key used nowhere', () => {
    expect(faults({ 'a.b': 'Сақтау' }, { 'a.b': 'Сохранить' }, { literals: new Set() })).toEqual(['a.b: used nowhere'])
  })

  it('finds a code of a family without a sentence, and an error without one', () => {
    const { kk, ru, context } = words({}, {})
    const { 'import.problem.iin_check': _, ...short } = kk
    const found = faultsOf({ kk: short, ru, context }, { ...NOTHING_ASKED, errorCodes: new Set(['disk.gone']) })
    expect(found).toEqual(
      expect.arrayContaining([
        'error.disk.gone: missing',
        'import.problem.iin_check: missing',
        'import.problem.iin_check: missing or empty in kk.json',
      ]),
    )
  })

  it('finds keys built of codes that no family declares', () => {
    const built = faults({ 'a.b': 'Сақтау' }, { 'a.b': 'Сохранить' }, { prefixes: new Set(['a.']) })
    expect(built).toEqual(['a.: keys are built of codes without a family'])
  })
})
