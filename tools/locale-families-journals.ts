import { TableForm } from '../shared/ipc/tables.ts'
import { PostingPlace } from '../shared/schedule/model.ts'
import { SUBJECT_ASKS, SUBJECT_HOWS } from '../shared/subject/model.ts'
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
  { prefix: 'subject.ask.', source: 'SUBJECT_ASKS, shared/subject/model.ts', members: SUBJECT_ASKS },
  { prefix: 'subject.how.', source: 'SUBJECT_HOWS, shared/subject/model.ts', members: SUBJECT_HOWS },
  { prefix: 'subject.sheet.', source: 'grounds and words of the sheet; the compiler checks them', members: null },
  { prefix: 'journals.instruction.', source: 'InstructionStatus; the compiler checks them', members: null },
  { prefix: 'journals.protocol.', source: 'ProtocolStatus; the compiler checks them', members: null },
  { prefix: 'journals.write.form.', source: 'TableForm, shared/ipc/tables.ts', members: TableForm.options },
]
