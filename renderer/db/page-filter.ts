import { rangeOfQuarter, toDayNumber } from '#shared/time/plain-date.ts'
import type { ApplicationFilter } from './query-types.ts'
import { type EntryFilter, NO_DAY_LIMIT } from './search-filter.ts'

/** Whether the days alone choose the rows, so that the database can read the page itself. */
export function isByDayOnly({ facets = [], marked, batch, text, waiting, statuses }: ApplicationFilter): boolean {
  const narrowed = marked ?? batch ?? waiting ?? statuses
  return facets.length === 0 && narrowed === undefined && (text ?? '').trim() === ''
}

/** Whether the filter says anything of days. */
export function hasRange({ quarter, from, to, undated }: ApplicationFilter): boolean {
  return quarter !== undefined || from !== undefined || to !== undefined || undated === true
}

/** The days of a filter as `yyyymmdd`, both ends included; without a date is day 0. */
export function rangeOf(filter: ApplicationFilter): { from: number; to: number } {
  if (filter.undated) return { from: 0, to: 0 }
  const range = filter.quarter ? rangeOfQuarter(filter.quarter) : { from: filter.from, to: filter.to }
  const from = range.from ? toDayNumber(range.from) : hasRange(filter) ? 1 : 0
  return { from, to: range.to ? toDayNumber(range.to) : NO_DAY_LIMIT }
}

/** The same filter for the index in memory. */
export function entryFilterOf(filter: ApplicationFilter): EntryFilter {
  const codes: EntryFilter['codes'] = [
    ...(filter.facets ?? []).map(({ facet, codes }) => ({ kind: facet, anyOf: codes })),
    ...(filter.batch === undefined ? [] : [{ kind: 'batch' as const, anyOf: [filter.batch] }]),
    ...(filter.statuses === undefined ? [] : [{ kind: 'status' as const, anyOf: filter.statuses }]),
    ...(filter.waiting === undefined ? [] : [{ kind: 'marks' as const, anyOf: [filter.waiting] }]),
  ]
  return { ...rangeOf(filter), codes, marked: filter.marked ?? null }
}
