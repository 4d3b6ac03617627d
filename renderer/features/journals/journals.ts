import type { JournalId } from '../../db/journals/model.ts'
import type { JournalDefinition } from './column.ts'
import { ABSENCES } from './definitions/absences.ts'
import { CHANGES } from './definitions/changes.ts'
import { CONTACTS } from './definitions/contacts.ts'
import { CONTROL } from './definitions/control.ts'
import { LETTERS } from './definitions/letters.ts'
import { PROTOCOLS } from './definitions/protocols.ts'
import { RECEPTIONS } from './definitions/receptions.ts'
import { REFUSALS } from './definitions/refusals.ts'
import { REGISTRATIONS } from './definitions/registrations.ts'

/** Every journal there is. */
export const DEFINITIONS: Readonly<Record<JournalId, JournalDefinition>> = {
  registrations: REGISTRATIONS,
  receptions: RECEPTIONS,
  control: CONTROL,
  protocols: PROTOCOLS,
  letters: LETTERS,
  refusals: REFUSALS,
  contacts: CONTACTS,
  absences: ABSENCES,
  changes: CHANGES,
}
