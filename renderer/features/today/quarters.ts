import { type PlainDate, Quarter } from '#shared/time/plain-date.ts'

/** The quarter a date lies in. */
export function quarterOf(date: PlainDate): Quarter {
  return Quarter.parse(`${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`)
}
