import type { Period } from '#shared/compliance/model.ts'
import type { DirectoryId } from '#shared/directory/model.ts'
import type { Cell, ColumnKind } from '#shared/ipc/tables.ts'
import { ANY, type StatisticFact } from '#shared/report/depersonalised.ts'
import { PlainMonth, rangeOfMonth, toEpochDay } from '#shared/time/plain-date.ts'
import type { JournalRow } from '../../db/journals/model.ts'
import type { ColumnKey } from './column.ts'

/** The columns of depersonalised data, in the order of `statisticRow`. */
export const STATISTIC_COLUMNS = [
  { key: 'period', kind: 'text' },
  { key: 'district', kind: 'text' },
  { key: 'topic', kind: 'text' },
  { key: 'category', kind: 'text' },
  { key: 'channel', kind: 'text' },
  { key: 'language', kind: 'text' },
  { key: 'status', kind: 'text' },
  { key: 'result', kind: 'text' },
  { key: 'days_to_reception', kind: 'number' },
] as const satisfies readonly { readonly key: ColumnKey; readonly kind: ColumnKind }[]

/** The whole months of a period: two files whose periods differ by a day would tell what that day brought. */
export function wholeMonths({ from, to }: Period): Period {
  const monthOf = (day: string) => rangeOfMonth(PlainMonth.parse(day.slice(0, 7)))
  return { from: monthOf(from).from, to: monthOf(to).to }
}

/** What of a row of the journal of registration is for statistics. */
export function statisticFact({ day, of: { application } }: Pick<JournalRow, 'day' | 'of'>): StatisticFact {
  const facts = application?.facts ?? null
  const received = facts?.received ?? null
  return {
    month: day.slice(0, 7),
    district: facts?.district ?? null,
    topic: facts?.topic ?? null,
    category: application?.personal?.category ?? null,
    channel: facts?.channel ?? null,
    language: facts?.language ?? null,
    outcome: facts?.outcome ?? 'pending',
    result: facts?.result ?? null,
    daysToReception: received === null ? null : toEpochDay(received) - toEpochDay(day),
  }
}

interface StatisticWords {
  readonly entryOf: (directory: DirectoryId, code: string | null) => string
  /** Stands where a value was generalised. */
  readonly any: string
}

/** A record in words. */
export function statisticRow(fact: StatisticFact, { entryOf, any }: StatisticWords): Cell[] {
  const named = (directory: DirectoryId, code: string | null) => (code === ANY ? any : entryOf(directory, code))
  return [
    fact.month,
    named('district', fact.district),
    named('topic', fact.topic),
    named('category', fact.category),
    named('channel', fact.channel),
    named('language', fact.language),
    entryOf('outcome', fact.outcome),
    entryOf('result', fact.result),
    fact.daysToReception,
  ]
}
