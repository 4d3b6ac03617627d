import { InterruptionCause, ModeGround } from '../shared/callcentre/model.ts'
import { DemandPurpose, DemandReturn, DemandWay, DemandWithdrawal } from '../shared/demand/model.ts'
import { DEMAND_FAULTS } from '../shared/demand/rules.ts'
import { FeedbackChannel, FeedbackKind, FeedbackSlip } from '../shared/feedback/model.ts'

/** Acts a person does with a demand. */
const DEMAND_ACTS = ['answered', 'reminded', 'extended', 'withdrawn', 'returned']

/** The families of keys of demands, exchanges with applicants and the call centre. Part of `LOCALE_FAMILIES`. */
export const EXCHANGE_FAMILIES = [
  { prefix: 'demand.act.', source: 'ACTS, renderer/features/demands/demand-acts.ts', members: DEMAND_ACTS },
  { prefix: 'demand.done.', source: 'ACTS, and a new one', members: [...DEMAND_ACTS, 'made'] },
  { prefix: 'demand.fault.', source: 'DEMAND_FAULTS, shared/demand/rules.ts', members: DEMAND_FAULTS },
  { prefix: 'demand.purpose.', source: 'DemandPurpose, shared/demand/model.ts', members: DemandPurpose.options },
  {
    prefix: 'demand.way.',
    source: 'DemandWay, and the word of a reminder',
    members: [...DemandWay.options, 'reminded'],
  },
  { prefix: 'demand.outcome.', source: 'DemandAnswer, shared/demand/model.ts', members: ['part', 'full'] },
  {
    prefix: 'demand.withdraw.',
    source: 'DemandWithdrawal, and its sentence',
    members: [...DemandWithdrawal.options, 'sentence'],
  },
  {
    prefix: 'demand.return.',
    source: 'DemandReturn, and its sentence',
    members: [...DemandReturn.options, 'sentence'],
  },
  {
    prefix: 'demand.show.',
    source: 'SHOWN but the quarter, renderer/features/demands/DemandsBoard.tsx',
    members: ['open', 'overdue', 'soon', 'all'],
  },
  {
    prefix: 'demand.today.',
    source: 'DemandDue, renderer/features/demands/DemandLines.tsx',
    members: ['overdue', 'soon'],
  },
  {
    prefix: 'feedback.channel.',
    source: 'FeedbackChannel, shared/feedback/model.ts',
    members: FeedbackChannel.options,
  },
  { prefix: 'feedback.kind.', source: 'FeedbackKind, shared/feedback/model.ts', members: FeedbackKind.options },
  {
    prefix: 'feedback.direction.',
    source: 'Feedback, shared/feedback/model.ts',
    members: ['from_applicant', 'to_applicant'],
  },
  { prefix: 'feedback.slip.', source: 'FeedbackSlip, shared/feedback/model.ts', members: FeedbackSlip.options },
  {
    prefix: 'feedback.done.',
    source: 'renderer/features/feedback/FeedbackPart.tsx',
    members: ['note', 'take_back'],
  },
  { prefix: 'callcentre.ground.', source: 'ModeGround, shared/callcentre/model.ts', members: ModeGround.options },
  {
    prefix: 'callcentre.cause.',
    source: 'InterruptionCause, shared/callcentre/model.ts',
    members: InterruptionCause.options,
  },
  {
    prefix: 'callcentre.status.',
    source: 'CallCentreStatus but absent and taken back, shared/callcentre/transitions.ts',
    members: ['mode', 'mode_ended', 'interrupted', 'restored'],
  },
] as const
