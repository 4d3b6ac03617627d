import type { PlainDate } from '#shared/time/plain-date.ts'

/** Questions of the days of a desk. Part of `Queries`, by way of `ExchangeQueries`. */
export interface DayQueries {
  /** Days, the first first, on which somebody came to this desk or was registered at it, between two days, both included. */
  'days.used': {
    readonly params: { readonly from: PlainDate; readonly to: PlainDate; readonly installation: string }
    readonly result: readonly PlainDate[]
  }
}
