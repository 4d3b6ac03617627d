import type { Moment } from '#shared/application/working-time.ts'
import type { CallCentreFigures } from '#shared/callcentre/figures.ts'
import type { FeedbackFigures } from '#shared/feedback/figures.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { DayQueries } from './day-query-types.ts'
import type { ApplicationListRow, EntityState } from './query-types.ts'

/** A demand with its application as lists show it; null: it is about nobody, or that is not in the store. */
export interface DemandRow {
  readonly state: EntityState<'demand'>
  readonly application: ApplicationListRow | null
}

/** What the call centre and the exchanges with applicants come to. */
export interface ExchangeFigures {
  readonly callCentre: CallCentreFigures
  readonly feedback: FeedbackFigures
}

/** Questions of demands, of exchanges with applicants and of the call centre (clauses 31, 37). Part of `Queries`. */
export interface ExchangeQueries extends DayQueries {
  /** Demands about an application or for a reception (clause 31), by due days. */
  'demands.of': { readonly params: { readonly about: string }; readonly result: readonly EntityState<'demand'>[] }
  /** A demand; null: there is none. */
  'demands.one': { readonly params: { readonly id: string }; readonly result: EntityState<'demand'> | null }
  /** Demands that are open, by due days. */
  'demands.open': { readonly params: Record<string, never>; readonly result: readonly DemandRow[] }
  /** Demands that were entered in some days, both included, and those open still, by due days. */
  'demands.register': {
    readonly params: { readonly from: PlainDate; readonly to: PlainDate }
    readonly result: readonly DemandRow[]
  }
  /** The exchanges with an applicant that were not taken back, newest first. */
  'feedback.of': {
    readonly params: { readonly application: string }
    readonly result: readonly EntityState<'feedback'>[]
  }
  /** Exchanges to be gone on with, by the day it is due. */
  'feedback.to_follow': {
    readonly params: Record<string, never>
    readonly result: readonly {
      readonly state: EntityState<'feedback'>
      readonly application: ApplicationListRow | null
    }[]
  }
  /** The modes of the call centre and the interruptions of its work, those taken back too. */
  'callcentre.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'callcentre'>[] }
  /** What the call centre and the feedback come to from one day to another, both included (clause 37). */
  'exchange.figures': {
    readonly params: { readonly from: PlainDate; readonly to: PlainDate; readonly now: Moment }
    readonly result: ExchangeFigures
  }
}
