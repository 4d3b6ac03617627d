import { findPlainDate, type PlainDate } from '#shared/time/plain-date.ts'

/** A date as it is typed here, day first; null while it is no whole date, so that half a date changes nothing. */
export function typedDate(text: string): PlainDate | null {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim()) ?? []
  return year === undefined ? null : findPlainDate(Number(year), Number(month), Number(day))
}
