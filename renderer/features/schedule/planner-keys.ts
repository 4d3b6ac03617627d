import type { LocaleKey } from '../../i18n/keys.ts'

/** A key of the calendar as the list of keys shows it. */
interface KeyLine {
  readonly keys: string
  readonly label: LocaleKey
}

/** Keys of the calendar of a month. */
export const PLANNER_KEYS: readonly KeyLine[] = [
  { keys: 'Enter', label: 'schedule.key.open' },
  { keys: 'N', label: 'schedule.key.new' },
  { keys: 'Delete', label: 'schedule.key.leave_out' },
  { keys: 'Ctrl \u2190 \u2192', label: 'schedule.key.move' },
  { keys: 'Ctrl \u2191 \u2193', label: 'schedule.key.move_week' },
]
