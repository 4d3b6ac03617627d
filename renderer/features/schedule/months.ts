import { PlainMonth } from '#shared/time/plain-date.ts'

/** The month `steps` later, earlier when negative. */
export function monthAfter(month: PlainMonth, steps: number): PlainMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps
  return PlainMonth.parse(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
}
