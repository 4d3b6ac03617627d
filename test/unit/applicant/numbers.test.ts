import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { parseBin } from '#shared/applicant/bin.ts'
import { hintsOfIin, Iin, parseIin, whyNotIin } from '#shared/applicant/iin.ts'
import { maskIin, maskNumbers, maskPhone } from '#shared/applicant/mask.ts'
import { parsePhone, splitPhones } from '#shared/applicant/phone.ts'

const vectors = Papa.parse<{ iin: string; valid: string; why: string }>(
  readFileSync(new URL('../../fixtures/import/iin-vectors.csv', import.meta.url), 'utf8').trim(),
  { header: true },
).data

function codeOf(result: { ok: true } | { ok: false; error: { code: string } }): string {
  return result.ok ? 'ok' : result.error.code
}

describe('IIN', () => {
  test('the list of vectors is whole', () => {
    expect(vectors.filter(one => one.valid === 'true').length).toBe(20)
    expect(vectors.filter(one => one.valid === 'false').length).toBe(16)
  })

  test.each(vectors)('$iin valid: $valid ($why)', ({ iin, valid, why }) => {
    expect(whyNotIin(iin) === null).toBe(valid === 'true')
    expect(Iin.safeParse(iin).success).toBe(valid === 'true')
    // A space inside is taken off before a typed number is judged.
    expect(parseIin(iin).ok).toBe(valid === 'true' || why.includes('inner space'))
  })

  test.each([
    ['', 'iin.empty'],
    ['61О412491805', 'iin.characters'],
    ['99123119001', 'iin.length'],
    ['000000000000', 'iin.zeros'],
    ['170240900017', 'iin.is_bin'],
    ['450509390016', 'iin.check'],
    ['\u00a0450509-390015 ', 'ok'],
  ])('%s: %s', (typed, code) => {
    expect(codeOf(parseIin(typed))).toBe(code)
  })

  test('birth date and sex are hints, silent where the digits say nothing', () => {
    expect(hintsOfIin('991231190016')).toEqual({ birth: '1899-12-31', sex: 'male' })
    expect(hintsOfIin('000229690012')).toEqual({ birth: '2000-02-29', sex: 'female' })
    expect(hintsOfIin('900230390014')).toEqual({ birth: null, sex: 'male' })
    expect(hintsOfIin('850631090013')).toEqual({ birth: null, sex: null })
  })
})

describe('BIN', () => {
  test.each([
    ['170240900017', 'ok'],
    ['051141900017', 'ok'],
    ['200642900010', 'ok'],
    ['130850900016', 'ok'],
    ['990160900013', 'ok'],
    ['170240900018', 'bin.check'],
    ['051141900016', 'bin.check'],
    ['200642900011', 'bin.check'],
    ['450509390015', 'bin.is_iin'],
    ['0', 'bin.length'],
  ])('%s: %s', (typed, code) => {
    expect(codeOf(parseBin(typed))).toBe(code)
  })
})

describe('phone', () => {
  test.each([
    '87015970819',
    '+7 701 597 08 19',
    '8 (701) 597-08-19',
    '8-701-597-08-19',
    '7015970819',
    '7 701 597 08 19',
    '8\u00a0(701)\u2013597\u201308\u201319',
    '87015970819.0',
  ])('%s', typed => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: '+77015970819' })
  })

  test.each(['51-23-45', 'жоқ', '8701597081', '870159708190', '+1 701 597 08 19', '87015970819 (Асқар)'])(
    '%s is not read',
    typed => {
      expect(codeOf(parsePhone(typed))).toBe('phone.unreadable')
    },
  )

  test('several phones in a cell', () => {
    expect(splitPhones('87015970819, 8 705 1112233; ')).toEqual(['87015970819', '8 705 1112233'])
  })
})

describe('masks for lists', () => {
  test('show no more than the ends', () => {
    expect(maskIin('850706490085')).toBe('8\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u202285')
    expect(maskPhone('+77015970819')).toBe('+7 7\u2022\u2022 \u2022\u2022\u2022 \u2022\u2022 19')
    expect(maskIin('12')).toBe('\u2022\u2022')
    expect(maskIin('')).toBe('')
    expect(maskPhone('51-23-45')).not.toMatch(/\d/)
  })

  test('what was looked for shows no whole IIN or phone, and what is no such number stays', () => {
    for (const text of ['850706490085', '850706 490085', '+7 (701) 597-08-19', '8 701 597 08 19', '7015970819']) {
      expect(maskNumbers(text), text).toMatch(/^[78]\u2022+\d\d$/)
    }
    expect(maskNumbers('x 850706490085 y')).toBe(`x ${maskIin('850706490085')} y`)
    for (const text of ['x', 'A-2026-000123/47', '2026-111111', '000123']) expect(maskNumbers(text)).toBe(text)
  })
})
