import { describe, expect, it, test } from 'vitest'
import { checkDigitOf } from '#shared/identity/check-digit.ts'
import { type MrzFault, type MrzRead, readMrz } from '#shared/identity/mrz.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import {
  cardLines,
  KAZAKH_CARD,
  KAZAKH_PASSPORT,
  type Made,
  passportLines,
  SPECIMEN_CARD,
  SPECIMEN_LONG,
  SPECIMEN_PASSPORT,
} from '#test/fixtures/identity/zones.ts'

const TODAY = PlainDate.parse('2026-11-23')

function read(lines: readonly string[], today = TODAY): MrzRead {
  const result = readMrz(lines.join('\n'), today)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function faults(text: string): readonly MrzFault[] {
  const result = readMrz(text, TODAY)
  return result.ok ? [] : result.error
}

function told(found: readonly MrzFault[]): string[] {
  return found.map(({ code, field }) => `${code} ${field}`)
}

/** The text with the sign at a place (from 0, line ends not counted) put in place of what stands there. */
function put(lines: readonly string[], place: number, sign: string): string {
  const text = lines.join('')
  return `${text.slice(0, place)}${sign}${text.slice(place + 1)}`
}

describe('a zone that was misread is never taken', () => {
  const passport = passportLines(KAZAKH_PASSPORT)
  const card = cardLines(KAZAKH_CARD)

  test.each([
    ['number', 45, '9', 'check number'],
    ['birth', 60, '7', 'check birth'],
    ['term', 66, '7', 'check valid_to'],
    ['IIN', 75, '7', 'check iin'],
    ['last check digit', 87, passport[1]?.endsWith('1') ? '2' : '1', 'check whole'],
  ])('passport: one digit of the %s', (_, place, sign, fault) => {
    expect(told(faults(put(passport, place, sign)))).toContain(fault)
  })

  test.each([
    ['number', 6, '9', 'check number'],
    ['IIN, which only the last check digit guards', 17, '9', 'check whole'],
    ['birth', 31, '9', 'check birth'],
    ['term', 39, '9', 'check valid_to'],
  ])('card: one digit of the %s', (_, place, sign, fault) => {
    expect(told(faults(put(card, place, sign)))).toContain(fault)
  })

  it('where a sign is lost, doubled, or a line stands alone', () => {
    const text = card.join('')
    expect(told(faults(text.slice(1)))).toEqual(['length whole'])
    expect(told(faults(`${text}<`))).toEqual(['length whole'])
    expect(told(faults(card.slice(0, 2).join('\n')))).toEqual(['length whole'])
    expect(told(faults(`${text.slice(0, 31)}\n${text.slice(31)}`))).toEqual(['length whole'])
  })

  it('where it is none of an identity document: a visa, other signs', () => {
    expect(told(faults(put(SPECIMEN_PASSPORT, 0, 'V')))).toEqual(['kind whole'])
    expect(told(faults(put(SPECIMEN_CARD, 0, 'X')))).toEqual(['kind whole'])
    expect(told(faults(put(SPECIMEN_CARD, 40, '*')))).toEqual(['characters whole'])
    expect(told(faults(''))).toEqual(['characters whole'])
  })

  it('where the check digits fit a day that is none, half an open one, or no name', () => {
    expect(told(faults(cardLines({ ...KAZAKH_CARD, birth: '850230' }).join('')))).toEqual(['unreal birth'])
    expect(told(faults(cardLines({ ...KAZAKH_CARD, birth: '8507<6' }).join('')))).toEqual(['unreal birth'])
    expect(told(faults(cardLines({ ...KAZAKH_CARD, validTo: '<<<<<<' }).join('')))).toEqual(['unreal valid_to'])
    expect(told(faults(cardLines({ ...KAZAKH_CARD, names: '<<AIGERIM' }).join('')))).toEqual(['names names'])
    const noNumber = { ...KAZAKH_CARD, issuer: 'UTO', optional: '', number: '12<' }
    expect(faults(cardLines({ ...noNumber, number: '' }).join('')).length).toBeGreaterThan(0)
    expect(told(faults(cardLines(noNumber).join('')))).toEqual([])
  })
})

describe('the specimens of ICAO', () => {
  test.each([
    ['520727', 3],
    ['AB2134<<<', 5],
  ])('check digit of %s', (signs, digit) => {
    expect(checkDigitOf(signs)).toBe(digit)
  })

  it('a passport, with the ends of lines or without, also in small letters', () => {
    const expected = {
      format: 'TD3',
      document: 'foreign_passport',
      issuer: 'UTO',
      nationality: 'UTO',
      number: 'L898902C3',
      numberProved: false,
      iin: null,
      surname: 'ERIKSSON',
      given: 'ANNA MARIA',
      namesCut: false,
      birth: '1974-08-12',
      sex: 'female',
      validTo: '2012-04-15',
      corrected: [],
    }
    expect(read(SPECIMEN_PASSPORT)).toMatchObject(expected)
    expect(read([SPECIMEN_PASSPORT.join('')])).toMatchObject(expected)
    expect(read([SPECIMEN_PASSPORT.join('\r\n').toLowerCase()])).toMatchObject(expected)
  })

  it('a card, and one whose number goes on in the optional part', () => {
    const card = { document: null, number: 'D23145890', surname: 'ERIKSSON', birth: '1974-08-12', sex: 'female' }
    expect(read(SPECIMEN_CARD)).toMatchObject(card)
    expect(read(SPECIMEN_LONG)).toMatchObject({ number: 'D23145890734', birth: '1934-07-12', validTo: '1995-07-12' })
    expect(told(faults(put(SPECIMEN_LONG, 16, '4')))).toContain('check number')
  })
})

describe('documents of Kazakhstan', () => {
  it('carry the IIN, and the shape of their number is known', () => {
    expect(read(cardLines(KAZAKH_CARD))).toMatchObject({
      document: 'id_card',
      number: '041234785',
      numberProved: true,
      iin: '850706490016',
      iinUnread: false,
      birth: '1985-07-06',
      validTo: '2031-05-02',
    })
    expect(read(passportLines(KAZAKH_PASSPORT))).toMatchObject({
      document: 'passport',
      number: 'N01234568',
      numberProved: true,
      iin: '911216390303',
      given: 'ZHANBOLAT ASKARULY',
    })
  })

  it.each<[string, Partial<Made>, string]>([
    ['residence_permit', { nationality: 'UZB' }, 'card'],
    ['stateless_card', { nationality: 'XXA' }, 'card'],
    ['refugee_card', { nationality: 'XXB' }, 'card'],
    ['diplomatic_passport', { number: 'D01234568' }, 'passport'],
    ['service_passport', { number: 'S01234568' }, 'passport'],
  ])('%s', (document, made, kind) => {
    const lines =
      kind === 'card' ? cardLines({ ...KAZAKH_CARD, ...made }) : passportLines({ ...KAZAKH_PASSPORT, ...made })
    expect(read(lines).document).toBe(document)
  })

  it('with something else where the IIN stands say so', () => {
    const lines = cardLines({ ...KAZAKH_CARD, optional: '850706490017' })
    expect(read(lines)).toMatchObject({ iin: null, iinUnread: true })
    expect(read(cardLines({ ...KAZAKH_CARD, optional: '' }))).toMatchObject({ iin: null, iinUnread: false })
  })

  it('with a number of another shape are read, and the number is told to be unproved', () => {
    const lines = cardLines({ ...KAZAKH_CARD, number: 'A4123478' })
    expect(read(lines)).toMatchObject({ number: 'A4123478', numberProved: false })
  })
})

describe('signs that look alike', () => {
  it('are put right where only one of them may stand, and told', () => {
    const lines = cardLines(KAZAKH_CARD)
    const text = lines.join('')
    const garbled = `1D${text.slice(2, 5)}${text.slice(5).replaceAll('0', 'O').replaceAll('8', 'B').replaceAll('5', 'S')}`
    const result = read([garbled.slice(0, 60) + (lines[2] ?? '').replaceAll('S', '5').replaceAll('I', '1')])
    const { corrected, ...rest } = result
    const { corrected: none, ...clear } = read(lines)
    expect(rest).toEqual(clear)
    expect(none).toEqual([])
    expect(corrected).toContainEqual({ field: 'kind', from: '1', to: 'I' })
    expect(corrected).toContainEqual({ field: 'number', from: 'O', to: '0' })
    expect(corrected).toContainEqual({ field: 'iin', from: 'B', to: '8' })
    expect(corrected).toContainEqual({ field: 'names', from: '5', to: 'S' })
  })

  it('are not guessed at in a foreign number', () => {
    expect(told(faults(put(SPECIMEN_PASSPORT, 49, 'O')))).toContain('check number')
  })

  it('also where the check digit cannot tell them apart: 6 and G', () => {
    const lines = cardLines({ ...KAZAKH_CARD, number: '061234785' })
    expect(read([put(lines, 6, 'G')])).toMatchObject({
      number: '061234785',
      numberProved: true,
      corrected: [{ field: 'number', from: 'G', to: '6' }],
    })
  })
})

describe('dates', () => {
  const born = (birth: string, optional: string) => read(cardLines({ ...KAZAKH_CARD, birth, optional })).birth

  it('a birth is the latest not after today, or of the century the IIN tells', () => {
    expect(born('261123', '')).toBe('2026-11-23')
    expect(born('261124', '')).toBe('1926-11-24')
    expect(born('120229', '120229490011')).toBe('1912-02-29')
    expect(born('991231', '991231190016')).toBe('1899-12-31')
    // 1900 had no 29 February.
    expect(born('000229', '')).toBe('2000-02-29')
  })

  it('a birth may be left open', () => {
    expect(born('85<<<<', '')).toBeNull()
    expect(born('8507<<', '')).toBeNull()
    expect(born('<<<<<<', '')).toBeNull()
  })

  it('a term is of the nearer century', () => {
    const until = (validTo: string) => read(cardLines({ ...KAZAKH_CARD, validTo })).validTo
    expect([until('360101'), until('991231'), until('760101')]).toEqual(['2036-01-01', '1999-12-31', '2076-01-01'])
  })
})

it('names that fill their line may go on', () => {
  const long = read(cardLines({ ...KAZAKH_CARD, names: 'NURMUKHAMBETOVA<<AIGERIM<SEITKALIYEVNA' }))
  expect([long.surname, long.given, long.namesCut]).toEqual(['NURMUKHAMBETOVA', 'AIGERIM SEITK', true])
  expect(read(cardLines({ ...KAZAKH_CARD, names: 'MONONYM' }))).toMatchObject({
    surname: 'MONONYM',
    given: '',
    namesCut: false,
  })
  expect(read(cardLines({ ...KAZAKH_CARD, names: 'VAN<DER<BERG<<ANNA' })).surname).toBe('VAN DER BERG')
})
