import { Iin, whyNotIin } from '../applicant/iin.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { Ticket } from '../visit/model.ts'
import { asScanned, type Layout } from './layout.ts'
import { type MrzFault, type MrzRead, readMrz } from './mrz.ts'
import { isPartOfZone, linesOf } from './mrz-zone.ts'

/**
 * What a scanner typed. `mrz_part`: a line whose others are still to come. `digital`: the code of a digital document of
 * eGov, which says nothing without the network: who looked at the screen of the phone notes it. `unknown` is left as typed.
 */
export type Scan =
  | { readonly kind: 'mrz'; readonly read: MrzRead; readonly layout: Layout }
  | { readonly kind: 'mrz_faulty'; readonly faults: readonly MrzFault[] }
  | { readonly kind: 'iin'; readonly iin: Iin }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'mrz_part' | 'digital' | 'unknown' }

/** Longer than any code an office scanner reads: nobody's identity. */
const LONGEST = 4_000

/** A zone that lost or gained a few signs is still told as one, so that it is scanned again and not left in a field. */
const LEAST_OF_ZONE = 60

/** What was scanned, whatever layout was on. Never throws; a machine-readable zone with a wrong check digit is faulty. */
export function readScan(typed: string, today: PlainDate): Scan {
  const plain = typed.trim()
  if (plain === '' || plain.length > LONGEST) return { kind: 'unknown' }
  const ticket = ticketOf(plain)
  if (ticket !== null) return { kind: 'ticket', ticket }
  const { text, layout } = asScanned(plain)
  if (whyNotIin(text) === null) return { kind: 'iin', iin: Iin.parse(text) }
  if (/^https?:\/\/([a-z0-9-]+\.)*(egov|gov)\.kz([/?#]|$)/i.test(text)) return { kind: 'digital' }
  const zone = withoutCaps(text, layout)
  if (!looksLikeZone(zone)) return { kind: isPartOfZone(zone) ? 'mrz_part' : 'unknown' }
  const read = readMrz(zone, today)
  if (read.ok) return { kind: 'mrz', read: read.value, layout }
  return isPartOfZone(zone) ? { kind: 'mrz_part' } : { kind: 'mrz_faulty', faults: read.error }
}

function ticketOf(text: string): Ticket | null {
  const [, letter, serial] = /^(.)-(\d{3,4})$/u.exec(text) ?? []
  if (letter === undefined) return null
  const parsed = Ticket.safeParse({ letter, serial: Number(serial) })
  return parsed.success ? parsed.data : null
}

const SHIFTED_DIGITS = ')!@#$%^&*('

/** Where the layout has letters on its digits, Caps Lock shifts those too; a zone has no such sign. */
function withoutCaps(text: string, layout: Layout): string {
  if (layout === 'latin') return text
  return text.replace(/[)!@#$%^&*(]/g, sign => String(SHIFTED_DIGITS.indexOf(sign))).replaceAll(',', '<')
}

function looksLikeZone(text: string): boolean {
  const signs = linesOf(text).join('')
  return signs.length >= LEAST_OF_ZONE && /^[PIAC1V]/.test(signs) && (signs.match(/</g)?.length ?? 0) >= 4
}
