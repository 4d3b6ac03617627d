import type { Analytics } from '#shared/analytics/analytics.ts'
import type { OfficialPage } from '#shared/analytics/one-official.ts'
import type { PeriodCode } from '#shared/analytics/period.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** Questions of the analytics: they are answered from the records in the worker, and only sums, codes and numbers leave it. */
export interface AnalyticsQueries {
  /** What the records of a period come to, as it stands on a day. */
  'analytics.period': {
    readonly params: { readonly period: PeriodCode; readonly today: PlainDate }
    readonly result: Analytics
  }
  /** What an official received and gave from one day to another, both included, and what stands before them. */
  'analytics.official': {
    readonly params: {
      readonly officialId: string
      readonly from: PlainDate
      readonly to: PlainDate
      readonly today: PlainDate
    }
    readonly result: OfficialPage
  }
}
