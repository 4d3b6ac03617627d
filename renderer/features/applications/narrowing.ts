import { DIMENSIONS, type Dimension } from '#shared/report/counts.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import type { ApplicationFilter } from '../../db/query-types.ts'

/** What the address narrows the list by: a quarter, codes of the dimensions, marks, an import. Codes only. */
export type Narrowed = Readonly<Record<string, string>>

/** The filter of the store for what the address and the box of text narrow by. */
export function filterOf(narrowed: Narrowed, text: string): ApplicationFilter {
  const quarter = Quarter.safeParse(narrowed.quarter)
  const codes = DIMENSIONS.flatMap(dimension => {
    const code = narrowed[dimension]
    return code === undefined ? [] : [{ dimension, code }]
  })
  return {
    ...(quarter.success ? { quarter: quarter.data } : {}),
    ...(narrowed.undated === 'yes' ? { undated: true } : {}),
    ...(codes.length > 0 ? { codes } : {}),
    ...(narrowed.marked === 'yes' ? { marked: true } : {}),
    ...(narrowed.batch === undefined ? {} : { batch: narrowed.batch }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  }
}

/** The address with one narrowing set, or taken away where the value is empty. */
export function narrowedBy(narrowed: Narrowed, key: string, value: string): Narrowed {
  const { [key]: _, ...rest } = narrowed
  return value === '' ? rest : { ...rest, [key]: value }
}

/** Dimensions one can narrow by, as shown above the list. */
export const SHOWN_DIMENSIONS = [
  'byChannel',
  'byOutcome',
  'byTopic',
  'byDistrict',
  'byOfficial',
] as const satisfies readonly Dimension[]

/** The directory whose codes a dimension counts; officials are no directory. */
export const DIRECTORY_OF = {
  byChannel: 'channel',
  byOutcome: 'outcome',
  byResult: 'result',
  byTopic: 'topic',
  byDistrict: 'district',
  byCategory: 'category',
  byLanguage: 'language',
} as const satisfies Record<Exclude<Dimension, 'byOfficial'>, string>
