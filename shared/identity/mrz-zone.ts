/** A machine-readable zone cut into its parts by ICAO Doc 9303, each as it was read. */
export interface Zone {
  readonly format: 'TD1' | 'TD3'
  readonly kind: string
  readonly issuer: string
  readonly number: string
  readonly numberCheck: string
  readonly optional: string
  /** Check digit of the optional part; a card has none. */
  readonly optionalCheck: string | null
  readonly birth: string
  readonly birthCheck: string
  readonly sex: string
  readonly validTo: string
  readonly validToCheck: string
  readonly nationality: string
  /** The second optional part, which a card alone has. */
  readonly optionalTwo: string
  readonly wholeCheck: string
  readonly names: string
}

/** What keeps signs from being a zone. */
export type ZoneFault = 'characters' | 'length' | 'kind'

/** The signs of a zone: capitals whatever Caps Lock made of them, without spaces; the ends of lines where they were typed. */
export function linesOf(scanned: string): string[] {
  return scanned
    .toUpperCase()
    .split(/[\r\n\t]+/)
    .map(line => line.replace(/[ \u00a0]/g, ''))
    .filter(line => line !== '')
}

/** The zone in a text of two lines of 44 signs (part 4) or three of 30 (part 5), with the ends of lines or without. */
export function zoneOf(scanned: string): Zone | ZoneFault {
  const lines = linesOf(scanned)
  const signs = lines.join('')
  if (!/^[A-Z0-9<]+$/.test(signs)) return 'characters'
  const width = signs.length === 88 ? 44 : signs.length === 90 ? 30 : null
  if (width === null || (lines.length > 1 && lines.some(line => line.length !== width))) return 'length'
  // The letter of the kind is guarded by nothing, so what it looks like counts: nothing else could stand there.
  const first = (signs[0] ?? '').replace('1', 'I')
  if (width === 44) return first === 'P' ? passport(signs) : 'kind'
  return 'IAC'.includes(first) ? card(signs) : 'kind'
}

/** Whether a text is the beginning of a zone whose other lines are still to come. */
export function isPartOfZone(scanned: string): boolean {
  const lines = linesOf(scanned)
  const signs = lines.join('')
  if (!/^[PIAC1][A-Z0-9<]{24,}$/.test(signs) || !signs.includes('<')) return false
  return signs.length < 88 && lines.length < (signs[0] === 'P' ? 2 : 3)
}

function passport(signs: string): Zone {
  const part = cutter(signs)
  return {
    format: 'TD3',
    kind: part(0, 2),
    issuer: part(2, 5),
    names: part(5, 44),
    number: part(44, 53),
    numberCheck: part(53, 54),
    nationality: part(54, 57),
    birth: part(57, 63),
    birthCheck: part(63, 64),
    sex: part(64, 65),
    validTo: part(65, 71),
    validToCheck: part(71, 72),
    optional: part(72, 86),
    optionalCheck: part(86, 87),
    optionalTwo: '',
    wholeCheck: part(87, 88),
  }
}

function card(signs: string): Zone {
  const part = cutter(signs)
  return {
    format: 'TD1',
    kind: part(0, 2),
    issuer: part(2, 5),
    number: part(5, 14),
    numberCheck: part(14, 15),
    optional: part(15, 30),
    optionalCheck: null,
    birth: part(30, 36),
    birthCheck: part(36, 37),
    sex: part(37, 38),
    validTo: part(38, 44),
    validToCheck: part(44, 45),
    nationality: part(45, 48),
    optionalTwo: part(48, 59),
    wholeCheck: part(59, 60),
    names: part(60, 90),
  }
}

function cutter(signs: string): (from: number, to: number) => string {
  return (from, to) => signs.slice(from, to)
}

/** What the last check digit guards, in its order. */
export function guardedByWhole(zone: Zone): string {
  const { number, numberCheck, optional, birth, birthCheck, validTo, validToCheck, optionalTwo } = zone
  const dates = `${birth}${birthCheck}${validTo}${validToCheck}`
  if (zone.format === 'TD1') return `${number}${numberCheck}${optional}${dates}${optionalTwo}`
  return `${number}${numberCheck}${dates}${optional}${zone.optionalCheck ?? ''}`
}
