import { PlainTime } from '#shared/time/plain-date.ts'

/** A time as it is typed: 9:05, 09.05, 0905; null for anything else. */
export function typedTime(typed: string): PlainTime | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:. -]?(\d{2})$/.exec(typed.trim()) ?? []
  const parsed = PlainTime.safeParse(`${hours.padStart(2, '0')}:${minutes}`)
  return parsed.success ? parsed.data : null
}
