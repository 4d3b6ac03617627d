import { TableForm } from '../shared/ipc/tables.ts'
import { PostingPlace } from '../shared/schedule/model.ts'
import type { LocaleFamily } from './locale-families.ts'

/** Families of keys of the journals. */
export const JOURNAL_FAMILIES: readonly LocaleFamily[] = [
  {
    prefix: 'journals.column.',
    source: 'columns of renderer/features/journals/definitions; the compiler checks them',
    members: null,
  },
  {
    prefix: 'decider.',
    source: 'DECIDERS, shared/regulation/model.ts; the compiler checks them',
    members: null,
  },
  { prefix: 'posting.place.', source: 'PostingPlace, shared/schedule/model.ts', members: PostingPlace.options },
  {
    prefix: 'schedule.change.',
    source: 'ScheduleChange, shared/schedule/model.ts; the compiler checks them',
    members: null,
  },
  {
    prefix: 'journals.name.',
    source: 'JOURNAL_IDS, renderer/db/journals/model.ts; the compiler checks them',
    members: null,
  },
  { prefix: 'journals.instruction.', source: 'InstructionStatus; the compiler checks them', members: null },
  { prefix: 'journals.protocol.', source: 'ProtocolStatus; the compiler checks them', members: null },
  { prefix: 'journals.write.form.', source: 'TableForm, shared/ipc/tables.ts', members: TableForm.options },
]
