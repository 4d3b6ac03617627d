import { INSTRUCTION_ALARMS } from '../shared/compliance/alarms-of-instructions.ts'
import { BAR_CODES } from '../shared/instruction/bars.ts'
import { LADDER } from '../shared/instruction/ladder.ts'
import { InstructionReturnGround, ReassignGround } from '../shared/instruction/model.ts'
import { INSTRUCTION_FAULTS } from '../shared/instruction/rules.ts'
import { INSTRUCTION_ACTS } from '../shared/instruction/transitions.ts'
import { PROTOCOL_FAULTS } from '../shared/protocol/rules.ts'
import { SHEET_WORDS } from '../shared/protocol/sheet-lines.ts'
import type { LocaleFamily } from './locale-families.ts'

/** Acts a person does with an instruction. */
const CONTROL_ACTS = ['executed', 'answered', 'closed', 'interim', 'reminded', 'extended', 'reassigned', 'returned']

/** Families of keys of protocols and of the control of their instructions. */
export const CONTROL_FAMILIES: readonly LocaleFamily[] = [
  {
    prefix: 'control.act.',
    source: 'ACTS, renderer/features/control/acts/instruction-acts.ts; the buttons of their forms',
    members: CONTROL_ACTS.flatMap(act => (act === 'returned' ? [act] : [act, `${act}.act`])),
  },
  {
    prefix: 'alarm.instructions.',
    source: 'INSTRUCTION_ALARMS, shared/compliance/alarms-of-instructions.ts',
    members: INSTRUCTION_ALARMS,
  },
  {
    prefix: 'control.history.reminded.',
    source: 'TelephoneReminder, shared/instruction/model.ts',
    members: ['reached', 'no_answer'],
  },
  {
    prefix: 'control.reminded.outcome.',
    source: 'TelephoneReminder, shared/instruction/model.ts',
    members: ['reached', 'no_answer'],
  },
  {
    prefix: 'control.done.',
    source: 'ACTS, renderer/features/control/acts/instruction-acts.ts',
    members: CONTROL_ACTS,
  },
  {
    prefix: 'control.forecast.',
    source: 'Forecast, shared/instruction/forecast.ts',
    members: ['too_little_known', 'likely_late', 'unclear', 'likely_in_time'],
  },
  {
    prefix: 'control.group.',
    source: 'GROUPS, renderer/features/control/board.ts',
    members: ['step', 'executor', 'district'],
  },
  {
    prefix: 'control.late.',
    source: 'LATE, renderer/features/control/board.ts; a due day on a day off',
    members: ['overdue', 'soon', 'likely_late', 'day_off'],
  },
  {
    prefix: 'control.reassign.ground.',
    source: 'ReassignGround, shared/instruction/model.ts',
    members: ReassignGround.options,
  },
  {
    prefix: 'control.return.ground.',
    source: 'InstructionReturnGround, shared/instruction/model.ts',
    members: InstructionReturnGround.options,
  },
  {
    prefix: 'control.sort.',
    source: 'SORTS, renderer/features/control/board.ts',
    members: ['due', 'executor', 'number'],
  },
  {
    prefix: 'control.status.',
    source: 'InstructionStatus, shared/instruction/transitions.ts',
    members: Object.keys(INSTRUCTION_ACTS),
  },
  {
    prefix: 'control.step.',
    source: 'LADDER, shared/instruction/ladder.ts; none of them',
    members: [...LADDER.map(({ step }) => step), 'none'],
  },
  {
    prefix: 'control.today.',
    source: 'KINDS, renderer/features/control/ControlLines.tsx',
    members: ['overdue', 'soon', 'executed', 'answered'].flatMap(kind => [kind, `${kind}.badge`]),
  },
  { prefix: 'protocol.sheet.', source: 'SHEET_WORDS, shared/protocol/sheet-lines.ts', members: SHEET_WORDS },
  {
    prefix: 'protocol.fault.',
    source: 'PROTOCOL_FAULTS, INSTRUCTION_FAULTS and what the form itself asks',
    members: [
      ...PROTOCOL_FAULTS,
      ...INSTRUCTION_FAULTS,
      'executor_missing',
      'due_missing',
      'time_unread',
      'recording_empty',
      'date_missing',
      'vague_date',
      'barred',
    ],
  },
  { prefix: 'protocol.status.', source: 'PROTOCOL_ACTS', members: ['drafted', 'signed', 'sent', 'annulled'] },
  { prefix: 'instruction.bar.', source: 'BAR_CODES, shared/instruction/bars.ts', members: BAR_CODES },
]
