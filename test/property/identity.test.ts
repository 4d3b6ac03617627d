import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigitFits } from '#shared/applicant/check-digit.ts'
import { hintsOfIin, whyNotIin } from '#shared/applicant/iin.ts'
import type { MrzRead } from '#shared/identity/mrz.ts'
import { readScan, type Scan } from '#shared/identity/scan.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { under } from '#test/fixtures/identity/layouts.ts'
import { cardLines, KAZAKH_CARD, type Made, passportLines } from '#test/fixtures/identity/zones.ts'

const SEED = 20_261_123
const RUNS = 50_000
const BUDGET_MS = 20_000
const TODAY = PlainDate.parse('2026-11-23')
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
const TWINS: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' }

type Faults = 'none' | 'one' | 'twins' | 'lost' | 'doubled' | 'glued' | 'many' | 'noise'
const FAULTS: readonly Faults[] = ['none', 'one', 'twins', 'lost', 'doubled', 'glued', 'many', 'noise']

/** What no zone holds: half a surrogate, signs of other scripts, controls, quotes, and far too much. */
const NOISE = [
  '\ud800',
  '\u0000',
  '\u202e12',
  '<<',
  'ұ',
  '№',
  '{"iin":"850706490016"}',
  '\u{1f600}',
  ' ',
  'P<KAZ',
  'A'.repeat(999),
]

interface Asked {
  readonly lines: readonly string[]
  readonly faults: Faults
  readonly places: readonly number[]
  readonly signs: readonly number[]
  readonly ends: string
  readonly layout: 'latin' | 'russian' | 'kazakh'
  readonly noise: string
}

function iinOf(birth: string, serial: number): string {
  const head = `${birth}${birth < '27' ? '5' : '3'}${String(serial).padStart(4, '0')}`
  const whole = [...'0123456789'].map(digit => `${head}${digit}`).find(checkDigitFits)
  return whole === undefined || whyNotIin(whole) !== null ? '' : whole
}

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map(n => String(n).padStart(length, '0'))
const yymmdd = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(''))

const made: fc.Arbitrary<{ passport: boolean; made: Made }> = fc
  .record({
    passport: fc.boolean(),
    isKazakh: fc.integer({ min: 0, max: 3 }).map(one => one > 0),
    number: digits(9),
    serial: fc.integer({ min: 0, max: 9999 }),
    birth: yymmdd,
    validTo: yymmdd,
    sex: fc.constantFrom('M', 'F', '<'),
  })
  .map(({ passport, isKazakh, number, serial, birth, validTo, sex }) => {
    const states = isKazakh ? { issuer: 'KAZ', nationality: 'KAZ' } : { issuer: 'UZB', nationality: 'UZB' }
    const kind = passport ? 'P<' : 'ID'
    const own = passport ? `N${number.slice(1)}` : number
    const optional = isKazakh ? iinOf(birth, serial) : ''
    return { passport, made: { ...KAZAKH_CARD, ...states, kind, number: own, optional, birth, validTo, sex } as Made }
  })

const asked = fc.record({
  lines: made.map(one => (one.passport ? passportLines(one.made) : cardLines(one.made))),
  faults: fc.constantFrom(...FAULTS),
  places: fc.array(fc.nat(87), { minLength: 4, maxLength: 4 }),
  signs: fc.array(fc.nat(SIGNS.length - 1), { minLength: 4, maxLength: 4 }),
  ends: fc.constantFrom('', '\n', '\r\n', '\t'),
  layout: fc.constantFrom('latin' as const, 'russian' as const, 'kazakh' as const),
  noise: fc.constantFrom(...NOISE),
})

function placed(text: string, place: number, sign: string): string {
  return `${text.slice(0, place)}${sign}${text.slice(place + 1)}`
}

function garbled({ lines, faults, places, signs, ends, noise }: Asked): string {
  const text = lines.join(ends)
  const place = (places[0] ?? 0) % text.length
  const sign = (index: number) => SIGNS[signs[index] ?? 0] ?? '<'
  switch (faults) {
    case 'none':
      return text
    case 'one':
      return placed(text, place, sign(0))
    case 'twins':
      return places.reduce((now, at) => placed(now, at, TWINS[now[at] ?? ''] ?? now[at] ?? ''), text)
    case 'lost':
      return `${text.slice(0, place)}${text.slice(place + 1)}`
    case 'doubled':
      return `${text.slice(0, place)}${text[place]}${text.slice(place)}`
    case 'glued':
      return `${text.slice(place)}${text}`.slice(0, 90)
    case 'many':
      return places.reduce((now, at, index) => placed(now, at % now.length, sign(index)), text)
    case 'noise':
      return (places[0] ?? 0) % 2 === 0 ? noise : placed(text, place, noise)
  }
}

function scanOf(one: Asked): Scan {
  const text = garbled(one)
  return readScan(one.layout === 'latin' ? text : under(one.layout, text), TODAY)
}

function clearOf({ lines }: Asked): MrzRead {
  const scan = readScan(lines.join(''), TODAY)
  if (scan.kind !== 'mrz') throw new Error(`a clear zone was not read: ${scan.kind}`)
  return scan.read
}

/** What the check digits guard. An unproved number is told as such, and an IIN that did not come through is left out. */
function isSame(read: MrzRead, clear: MrzRead): boolean {
  const number = read.number === clear.number || !read.numberProved
  const iin = read.iin === clear.iin || read.iin === null
  // Without the IIN the century of a birth goes by the rule alone.
  const birth = read.birth === clear.birth || (read.iin === null && read.birth?.slice(2) === clear.birth?.slice(2))
  return number && iin && birth && read.validTo === clear.validTo
}

/** Milliseconds of work done by this process so far: a busy machine does not make it more. */
function workOf(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

test(`${RUNS} garbled scans: none throws, and none that is accepted says what the document does not`, () => {
  const since = workOf()
  const seen = { read: 0, wrong: 0, many: 0, manyWrong: 0, corrected: 0 }
  fc.assert(
    fc.property(asked, one => {
      const scan = scanOf(one)
      const clear = clearOf(one)
      if (one.faults === 'none')
        expect(scan.kind === 'mrz' && isSame(scan.read, clear) && scan.read.corrected).toEqual([])
      if (scan.kind === 'iin') expect(whyNotIin(scan.iin)).toBeNull()
      if (scan.kind !== 'mrz') return
      const wrong = isSame(scan.read, clear) ? 0 : 1
      seen.read += 1
      seen.corrected += scan.read.corrected.length > 0 ? 1 : 0
      // Several random signs at once can fit check digits of one digit each: told below, and seldom.
      if (one.faults === 'many') {
        seen.many += 1
        seen.manyWrong += wrong
      } else {
        seen.wrong += wrong
        if (wrong > 0) throw new Error(`wrongly accepted: ${JSON.stringify(scan.read)} for ${JSON.stringify(clear)}`)
      }
    }),
    { seed: SEED, numRuns: RUNS },
  )
  const took = workOf() - since
  console.info(`seed ${SEED}: ${JSON.stringify(seen)}, ${Math.round(took)} ms`)
  expect(seen.read).toBeGreaterThan(RUNS / 8)
  expect(seen.corrected).toBeGreaterThan(1_000)
  expect(seen.manyWrong).toBeLessThan(RUNS / 8 / 100)
  expect(took).toBeLessThan(BUDGET_MS)
}, 120_000)

test('the time of a reading grows with nothing but the length of the text', () => {
  for (const text of ['P', '<', 'P<', '"', 'З', '1,', '\n', 'https://']) {
    const since = workOf()
    readScan(text.repeat(50_000), TODAY)
    readScan(text.repeat(1_900), TODAY)
    expect(workOf() - since).toBeLessThan(500)
  }
})

test('the IIN of a made-up document tells its birth', () => {
  expect(hintsOfIin(iinOf('850706', 12)).birth).toBe('1985-07-06')
})
