import { type DateWords, screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { JournalColumn, Value } from './column.ts'

/** A value as it may leave the journal: masked unless it is asked for in full. */
export function given({ mask }: Pick<JournalColumn, 'mask'>, value: Value, isFull: boolean): Value {
  return mask === null || isFull || typeof value !== 'string' || value === '' ? value : mask(value)
}

/** A value as the screen and paper say it: masked, a date in words. */
export function cellText(column: Pick<JournalColumn, 'mask' | 'kind'>, value: Value, dates: DateWords): string {
  const shown = given(column, value, false)
  if (shown === null) return ''
  const day = column.kind === 'date' ? PlainDate.safeParse(shown).data : undefined
  return day === undefined ? String(shown) : screenDate(day, dates)
}
