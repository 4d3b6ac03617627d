import { type DateWords, screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

type Params = Readonly<Record<string, string | number>>

/** Parameters of a finding with its date as the screen says dates. */
export function datedParams(params: Params, dates: DateWords): Record<string, string | number> {
  const date = PlainDate.safeParse(params.date)
  return date.success ? { ...params, date: screenDate(date.data, dates) } : { ...params }
}
