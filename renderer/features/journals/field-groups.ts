import type { FieldGroup } from '#shared/audit/model.ts'
import type { ColumnKey, JournalColumn } from './column.ts'

/** Columns that tell of a person, by the group the audit names. Every other one is of the course of the matter. */
const GROUPS: Partial<Record<ColumnKey, FieldGroup>> = {
  person: 'name',
  participants: 'name',
  addressee: 'name',
  iin: 'iin',
  address: 'contacts',
  phone: 'contacts',
  essence: 'matter',
  facts: 'matter',
  note: 'matter',
  told: 'matter',
  heading: 'matter',
  category: 'category',
}

/** The groups of fields that these columns give out; `isFull`: an IIN as it is, else masked. */
export function groupsOf(columns: readonly JournalColumn[], isFull: boolean): FieldGroup[] {
  const groups = columns.map(({ key }) => {
    const group = GROUPS[key] ?? 'course'
    return group === 'iin' && !isFull ? 'iin_masked' : group
  })
  return [...new Set(groups)]
}
