import { whyNotBin } from '../applicant/bin.ts'
import { bareNumber } from '../applicant/check-digit.ts'
import { whyNotIin } from '../applicant/iin.ts'
import { clean } from '../text/clean.ts'
import { type Cell, textOfCell } from './table.ts'

/** An identification number out of a cell: what is kept, and what is wrong with it (a fault without its prefix), or null. */
export interface NumberReading {
  readonly text: string
  readonly fault: 'characters' | 'length' | 'zeros' | 'is_bin' | 'is_iin' | 'check' | null
}

/** Year, month, day, and the digit of century and sex. */
const IIN_BEGINNING = /^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-6]/
/** Year, month, kind of entity, kind of unit. */
const BIN_BEGINNING = /^\d{2}(0[1-9]|1[0-2])[4-6][0-3]/

/** Reads an IIN cell. Leading zeros a spreadsheet dropped come back; a number that does not check is kept as it stands. */
export function readIinCell(cell: Cell | undefined): NumberReading {
  return readNumberCell(cell, whyNotIin, IIN_BEGINNING)
}

/** Reads a BIN cell, the same way. */
export function readBinCell(cell: Cell | undefined): NumberReading {
  return readNumberCell(cell, whyNotBin, BIN_BEGINNING)
}

function readNumberCell(
  cell: Cell | undefined,
  why: (text: string) => string | null,
  beginning: RegExp,
): NumberReading {
  const typed = clean(textOfCell(cell))
  const bare = bareNumber(typed)
  if (bare === '') return { text: typed === '' ? '' : typed, fault: typed === '' ? null : 'characters' }
  const text = restoreZeros(bare, typeof cell === 'number', beginning)
  const fault = why(text)
  const kept = fault === null || /^\d+$/.test(text) ? text : typed
  return { text: kept, fault: fault === null ? null : (fault.replace(/^[a-z]+\./, '') as NumberReading['fault']) }
}

/**
 * A number cell cannot hold leading zeros: they are put back. Text may have lost them too (a CSV saved by a spreadsheet), but
 * a digit may as well be missing there: zeros come back only where the number then begins as such numbers do.
 */
function restoreZeros(bare: string, isNumber: boolean, beginning: RegExp): string {
  if (!/^\d{7,11}$/.test(bare)) return bare
  const full = bare.padStart(12, '0')
  return isNumber || beginning.test(full) ? full : bare
}
