import type { Noun } from '#shared/change/action.ts'
import { type Moved, movedNoun } from '../moved.ts'
import type { QueryContext } from '../query-context.ts'
import type { JournalAsked, JournalId, JournalPage } from './model.ts'
import type { JournalSource } from './pages.ts'
import {
  absences,
  changes,
  contacts,
  control,
  letters,
  protocols,
  receptions,
  refusals,
  registrations,
} from './sources.ts'

interface Journal {
  readonly page: JournalSource
  /** The nouns whose change may change its rows. */
  readonly nouns: readonly Noun[]
}

/** Where the rows of each journal are read. */
const JOURNALS: Readonly<Record<JournalId, Journal>> = {
  registrations: { page: registrations, nouns: ['application'] },
  receptions: { page: receptions, nouns: ['visit', 'application', 'protocol', 'instruction'] },
  control: { page: control, nouns: ['instruction', 'application'] },
  protocols: { page: protocols, nouns: ['protocol', 'application'] },
  letters: { page: letters, nouns: ['letter', 'application'] },
  refusals: { page: refusals, nouns: ['application'] },
  contacts: { page: contacts, nouns: ['contact'] },
  absences: { page: absences, nouns: ['absence', 'restriction'] },
  changes: { page: changes, nouns: ['schedule'] },
}

type Params = JournalAsked & { readonly journal: JournalId }

/** A page of a journal: whole days in their order. */
export function answerJournal(context: QueryContext, { journal, ...asked }: Params): Promise<JournalPage> {
  return JOURNALS[journal].page(context, asked)
}

/** Whether what moved may stand in the journal. */
export function movedJournal(moved: Moved, { journal }: Pick<Params, 'journal'>): boolean {
  return movedNoun(...JOURNALS[journal].nouns)(moved)
}
