import { z } from 'zod'
import { Moment } from '../application/working-time.ts'
import { CallCentreMode, Interruption } from '../callcentre/model.ts'
import {
  Demand,
  DemandAnswer,
  DemandReply,
  DemandReturn,
  DemandWay,
  DemandWithdrawal,
  DemandWords,
} from '../demand/model.ts'
import { FeedbackNoted, FeedbackPersonal, FeedbackSlip } from '../feedback/model.ts'
import { Basis } from '../instruction/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { EntityId } from './action.ts'

/** Materials asked of units and bodies, exchanges with applicants, the work of the call centre (clauses 31, 37). Part of `ACTION_TYPES`. */
export const EXCHANGE_TYPES = {
  'demand.made': { noun: 'demand', version: 1, body: z.strictObject({ demand: Demand }), personal: DemandWords },
  'demand.extended': {
    noun: 'demand',
    version: 1,
    body: z.strictObject({ to: PlainDate, basis: Basis }),
    personal: null,
  },
  'demand.reminded': {
    noun: 'demand',
    version: 1,
    body: z.strictObject({ on: PlainDate, way: DemandWay }),
    personal: null,
  },
  'demand.answered': {
    noun: 'demand',
    version: 1,
    body: z.strictObject({ answer: DemandAnswer }),
    personal: DemandReply,
  },
  'demand.returned': { noun: 'demand', version: 1, body: z.strictObject({ ground: DemandReturn }), personal: null },
  'demand.withdrawn': {
    noun: 'demand',
    version: 1,
    body: z.strictObject({ ground: DemandWithdrawal }),
    personal: null,
  },
  'feedback.noted': { noun: 'feedback', version: 1, body: FeedbackNoted, personal: FeedbackPersonal },
  /** What was to be gone on with was: by that exchange, or otherwise. */
  'feedback.followed_up': {
    noun: 'feedback',
    version: 1,
    body: z.strictObject({ exchange: EntityId.nullable() }),
    personal: null,
  },
  'feedback.taken_back': {
    noun: 'feedback',
    version: 1,
    body: z.strictObject({ ground: FeedbackSlip }),
    personal: null,
  },
  'callcentre.declared': {
    noun: 'callcentre',
    version: 1,
    body: z.strictObject({ mode: CallCentreMode }),
    personal: null,
  },
  'callcentre.ended': { noun: 'callcentre', version: 1, body: z.strictObject({ to: PlainDate }), personal: null },
  'callcentre.interrupted': {
    noun: 'callcentre',
    version: 1,
    body: z.strictObject({ interruption: Interruption }),
    personal: null,
  },
  /** Another number or way while calls are not taken. */
  'callcentre.rerouted': {
    noun: 'callcentre',
    version: 1,
    body: z.strictObject({ way: z.string().trim().min(1).max(200) }),
    personal: null,
  },
  'callcentre.restored': { noun: 'callcentre', version: 1, body: z.strictObject({ to: Moment }), personal: null },
  'callcentre.taken_back': { noun: 'callcentre', version: 1, body: z.strictObject({}), personal: null },
} as const
