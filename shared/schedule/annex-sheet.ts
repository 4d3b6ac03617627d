import type { Office } from '../office/model.ts'
import type { Bilingual } from '../official/model.ts'
import { quarterTitle } from '../time/official-date.ts'
import type { Quarter } from '../time/plain-date.ts'
import type { PostedSheet, SheetRow } from './posted-sheet.ts'
import type { BilingualDateWords, SheetSlot } from './posted-slots.ts'

/**
 * The schedule of a quarter in the form of annex 1 of the rules of 2026 (decree No. 663 of 28.07.2026, rules 19-20): one
 * row for each official, the days of the three months one under another. No applicant is in it.
 */
export interface AnnexSheet {
  readonly quarterTitle: Bilingual
  readonly office: Pick<Office, 'name' | 'address' | 'phone' | 'email' | 'room'>
  /** The date of approval, or null while any month of it is a draft. */
  readonly approvedOn: Bilingual | null
  readonly rows: readonly SheetRow[]
  /** The mark of the version, or null for a draft. */
  readonly mark: string | null
}

/** The annex of the posted sheets of a quarter's months, in order. Throws where there is no month. */
export function annexSheet(
  quarter: Quarter,
  months: readonly PostedSheet[],
  words: BilingualDateWords,
  mark: string | null = null,
): AnnexSheet {
  const last = months.at(-1)
  if (!last) throw new RangeError('a quarter without months')
  const rows = new Map<string, SheetRow>()
  for (const group of ['leaders', 'staff'] as const) {
    for (const row of months.flatMap(month => month[group])) {
      const known = rows.get(row.officialId)
      rows.set(row.officialId, known ? { ...known, slots: joined(known.slots, row.slots) } : row)
    }
  }
  const isApproved = months.every(month => month.approvedOn !== null)
  return {
    quarterTitle: { kk: quarterTitle(quarter, words.kk), ru: quarterTitle(quarter, words.ru) },
    office: last.office,
    approvedOn: isApproved ? last.approvedOn : null,
    rows: [...rows.values()],
    mark: isApproved ? mark : null,
  }
}

/** Every working day of three months is told once. */
function joined(slots: readonly SheetSlot[], more: readonly SheetSlot[]): SheetSlot[] {
  const told = (slot: SheetSlot) =>
    slot.kind === 'working_days' &&
    slot.except.ru === '' &&
    slots.some(
      one => one.kind === slot.kind && one.except.ru === '' && one.hours === slot.hours && one.room === slot.room,
    )
  return [...slots, ...more.filter(slot => !told(slot))]
}
