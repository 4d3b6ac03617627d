import { addMonths, PlainDate, PlainMonth } from '#shared/time/plain-date.ts'

/** The months that two days and what lies between them fall in. */
export function monthsBetween(from: PlainDate, to: PlainDate): PlainMonth[] {
  const months: PlainMonth[] = []
  const last = to.slice(0, 7)
  const begin = PlainMonth.parse(from.slice(0, 7))
  for (let at = 0; ; at += 1) {
    const month = PlainMonth.parse(addMonths(PlainDate.parse(`${begin}-01`), at).slice(0, 7))
    if (month > last) return months
    months.push(month)
  }
}
