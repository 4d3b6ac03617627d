import { type DateWords, dayAndMonth } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

type Params = Readonly<Record<string, string | number>>

/** Parameters of a finding with its date as a day of the month that is looked at. */
export function datedParams(params: Params, dates: DateWords): Record<string, string | number> {
  const date = PlainDate.safeParse(params.date)
  return date.success ? { ...params, date: dayAndMonth(date.data, dates) } : { ...params }
}
