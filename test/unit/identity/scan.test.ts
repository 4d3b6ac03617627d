import { describe, expect, it, test } from 'vitest'
import { asScanned, layoutOf } from '#shared/identity/layout.ts'
import { readScan } from '#shared/identity/scan.ts'
import { handOf, type Stroke } from '#shared/identity/strokes.ts'
import { KAZAKH_TO_LATIN_KEY, RUSSIAN_TO_LATIN_KEY } from '#shared/text/alphabet-layouts.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { under } from '#test/fixtures/identity/layouts.ts'
import { cardLines, KAZAKH_CARD, KAZAKH_PASSPORT, passportLines } from '#test/fixtures/identity/zones.ts'

const TODAY = PlainDate.parse('2026-11-23')
const CARD = cardLines(KAZAKH_CARD)
const PASSPORT = passportLines(KAZAKH_PASSPORT)

describe('a scan under another layout', () => {
  it('each key of the two layouts leads back to one Latin key, and those of letters to another each', () => {
    for (const keys of [RUSSIAN_TO_LATIN_KEY, KAZAKH_TO_LATIN_KEY]) {
      expect(new Set(keys.values()).size).toBe(94)
      expect(keys.size).toBe(94)
    }
  })

  it('is what the keys say: a passport under the Russian one', () => {
    expect(under('russian', 'P<KAZ')).toBe('ЗБЛФЯ')
    const scan = readScan(under('russian', PASSPORT.join('\n')), TODAY)
    expect(scan).toMatchObject({ kind: 'mrz', layout: 'russian', read: { number: 'N01234568', surname: 'TILEUOV' } })
  })

  it('under the Kazakh one, whose letters stand on the digits', () => {
    expect(under('kazakh', '0123456789')).toBe('қ"әіңғ,.үұ')
    const scan = readScan(under('kazakh', CARD.join('')), TODAY)
    expect(scan).toMatchObject({ kind: 'mrz', layout: 'kazakh', read: { number: '041234785', iin: '850706490016' } })
    expect(readScan(under('kazakh', '850706490016'), TODAY)).toEqual({ kind: 'iin', iin: '850706490016' })
  })

  it('with Caps Lock on', () => {
    const flipped = (text: string) =>
      [...text].map(sign => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())).join('')
    for (const layout of ['russian', 'kazakh'] as const) {
      const scan = readScan(flipped(under(layout, CARD.join('\n'))), TODAY)
      expect(scan).toMatchObject({ kind: 'mrz', read: { number: '041234785', iin: '850706490016' } })
    }
  })

  it('is not sought in a text that means its letters', () => {
    expect(layoutOf('Сейтова Aigerim')).toBe('latin')
    expect(asScanned('850706490016').layout).toBe('latin')
    expect(readScan('Сейтова Айгерім', TODAY)).toEqual({ kind: 'unknown' })
  })
})

describe('what was scanned', () => {
  test.each([
    ['850706490016', 'iin'],
    ['850706490017', 'unknown'],
    ['170240900017', 'unknown'],
    ['А-014', 'ticket'],
    ['Ә-1014', 'ticket'],
    ['045678417', 'unknown'],
    ['https://m.egov.kz/qr/4f0c', 'digital'],
    ['https://egov.kz.example.com/', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (text, kind) => {
    expect(readScan(text, TODAY).kind).toBe(kind)
  })

  it('the address of a digital document also under a layout', () => {
    for (const layout of ['russian', 'kazakh'] as const) {
      expect(readScan(under(layout, 'https://m.egov.kz/qr/4f0c'), TODAY).kind).toBe('digital')
    }
  })

  it('a line whose others are to come is a part; a zone that lost a sign is faulty', () => {
    expect(readScan(CARD[0] ?? '', TODAY).kind).toBe('mrz_part')
    expect(readScan(`${CARD[0]}\n${CARD[1]}`, TODAY).kind).toBe('mrz_part')
    expect(readScan(PASSPORT[0] ?? '', TODAY).kind).toBe('mrz_part')
    const lost = [PASSPORT[0]?.slice(1), PASSPORT[1]].join('\n')
    expect(readScan(`P${lost.slice(1)}`, TODAY)).toMatchObject({ kind: 'mrz_faulty' })
    expect(readScan([PASSPORT[0], PASSPORT[1]?.slice(0, 43)].join('\n'), TODAY)).toEqual({
      kind: 'mrz_faulty',
      faults: [{ code: 'length', field: 'whole' }],
    })
  })
})

describe('who typed', () => {
  const strokes = (text: string, pause: number, start = 0): Stroke[] =>
    [...text].map((sign, index) => ({ sign, at: start + index * pause }))

  it('hands, also quick ones, a held key and a press of two keys at once, are no scanner', () => {
    expect(handOf(strokes('850706490016', 90))).toBe('typed')
    expect(handOf(strokes('0000000000000000', 33))).toBe('typed')
    expect(handOf(strokes('ab', 1))).toBe('typed')
    expect(handOf([])).toBe('typed')
  })

  it('a scanner at its usual paces is one, with Enter or without', () => {
    for (const pause of [0, 1, 10, 30]) {
      expect(handOf(strokes('850706490016', pause))).toBe('scan')
      expect(handOf(strokes('850706490016\n', pause))).toBe('scan')
    }
  })

  it('a pause in it, or a clock that goes back, makes two of it', () => {
    expect(handOf([...strokes('85070649', 2), ...strokes('0016', 2, 400)])).toBe('typed')
    expect(handOf([...strokes('85070649', 2, 100), ...strokes('0016', 2)])).toBe('typed')
  })
})
