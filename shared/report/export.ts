import { z } from 'zod'
import { findEntry } from '../directory/find.ts'
import type { Directories } from '../directory/model.ts'
import type { QuarterlyData } from '../ipc/documents.ts'
import type { Official } from '../official/model.ts'
import { Quarter } from '../time/plain-date.ts'
import { type Counts, countOf, DIMENSIONS, type Dimension } from './counts.ts'

const Counter = z.record(z.string(), z.int().positive())
const PeriodExport = z.strictObject({
  rows: z.int().nonnegative(),
  byChannel: Counter,
  byOutcome: Counter,
  byResult: Counter,
  byTopic: Counter,
  byDistrict: Counter,
  byCategory: Counter,
  byLanguage: Counter,
  byOfficial: Counter,
  legalEntities: z.int().nonnegative(),
})
type PeriodExport = z.infer<typeof PeriodExport>

/**
 * The report for another program. Keys of counters are codes of the directories; districts stand by their Russian name and
 * officials by surname and given name in Russian, because those are what other offices know them by.
 */
export const ReportExport = z.strictObject({
  period: Quarter,
  current: PeriodExport,
  previous: PeriodExport.nullable(),
})
export type ReportExport = z.infer<typeof ReportExport>

/** The report of a quarter for another program. A code or an official that is in no directory keeps its code or id. */
export function exportReport(
  data: Pick<QuarterlyData, 'quarter' | 'current' | 'previous' | 'officials'>,
  directories: Directories,
): ReportExport {
  const nameOfKey: NameOfKey = (dimension, key) => {
    if (dimension === 'byDistrict') return findEntry(directories.district, key)?.ru ?? key
    if (dimension !== 'byOfficial') return key
    const official = data.officials.find(one => one.id === key)
    return official ? shortName(official) : key
  }
  return {
    period: data.quarter,
    current: periodOf(data.current, nameOfKey),
    previous: data.previous && periodOf(data.previous, nameOfKey),
  }
}

type NameOfKey = (dimension: Dimension, key: string) => string

function periodOf(counts: Counts, nameOfKey: NameOfKey): PeriodExport {
  const counters = Object.fromEntries(
    DIMENSIONS.map(dimension => [dimension, renamed(counts[dimension], key => nameOfKey(dimension, key))]),
  )
  return PeriodExport.parse({ rows: counts.rows, ...counters, legalEntities: counts.legalEntities })
}

/** Two keys that share a name are added up: namesakes are one line to whoever knows them by name. */
function renamed(counter: Readonly<Record<string, number>>, rename: (key: string) => string): Record<string, number> {
  const result: Record<string, number> = {}
  for (const [key, count] of Object.entries(counter)) {
    const name = rename(key)
    result[name] = countOf(result, name) + count
  }
  return result
}

function shortName({ name }: Official): string {
  return [name.surname, name.given].map(part => part.ru || part.kk).join(' ')
}
