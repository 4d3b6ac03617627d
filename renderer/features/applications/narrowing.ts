import { type Dimension, FACETS, type Facet } from '#shared/report/counts.ts'
import type { FacetDrill } from '#shared/report/quarterly-model.ts'
import { type PlainDate, Quarter, toDayNumber } from '#shared/time/plain-date.ts'
import type { ApplicationFilter, Mark } from '../../db/query-types.ts'

/** What the address narrows the list by: a quarter, codes of the dimensions, marks, an import. Codes only. */
export type Narrowed = Readonly<Record<string, string>>

/** Orders of the list. */
export const SORTS = ['newest', 'name'] as const
export type Sort = (typeof SORTS)[number]

/** The order the address asks for; newest first where it asks for none. */
export function sortOf(narrowed: Narrowed): Sort {
  return SORTS.find(sort => sort === narrowed.sort) ?? 'newest'
}

/** States one can narrow by. */
export const STATUSES = [
  'open',
  'incomplete',
  'refusal_proposed',
  'refused',
  'left',
  'returned',
  'forwarded',
  'received',
  'withdrawn',
  'imported',
] as const

/** What an application can wait for, as the address says it; `booked_today` is of whatever day it is. */
export const WAITING = ['open', 'no_eotinish', 'no_talon', 'no_letter', 'booked_today'] as const

/** The filter of the store for what the address and the box of text narrow by. */
export function filterOf(narrowed: Narrowed, text: string, today: PlainDate): ApplicationFilter {
  const quarter = Quarter.safeParse(narrowed.quarter)
  const facets = FACETS.flatMap(facet => {
    const codes = codesOf(narrowed, facet)
    return codes.length === 0 ? [] : [{ facet, codes }]
  })
  const status = STATUSES.find(known => known === narrowed.status)
  const waiting = markOf(narrowed.waiting, today)
  return {
    ...(quarter.success ? { quarter: quarter.data } : {}),
    ...(narrowed.registered === 'today' ? { from: today, to: today } : {}),
    ...(narrowed.undated === 'yes' ? { undated: true } : {}),
    ...(facets.length > 0 ? { facets } : {}),
    ...(narrowed.marked === 'yes' ? { marked: true } : {}),
    ...(narrowed.batch === undefined ? {} : { batch: narrowed.batch }),
    ...(status === undefined ? {} : { statuses: [status] }),
    ...(waiting === null ? {} : { waiting }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  }
}

function markOf(waiting: string | undefined, today: PlainDate): Mark | null {
  const known = WAITING.find(one => one === waiting)
  if (known === undefined) return null
  return known === 'booked_today' ? `booked:${toDayNumber(today)}` : known
}

/** Stands in the address for the empty code: records that have none. */
const NO_CODE = '~'

/** Codes the address narrows a facet by, any of which a record may have; none: it does not. */
export function codesOf(narrowed: Narrowed, facet: Facet): string[] {
  const text = narrowed[facet] ?? ''
  return text === '' ? [] : text.split(',').map(code => (code === NO_CODE ? '' : code))
}

/** The records behind a figure of the report, as the address narrows by. */
export function narrowedByDrill({ facet, codes, quarter }: FacetDrill): Narrowed {
  if (facet === 'rows') return { quarter }
  if (facet === 'marked') return { quarter, marked: 'yes' }
  return { quarter, [facet]: codes.map(code => code || NO_CODE).join(',') }
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
