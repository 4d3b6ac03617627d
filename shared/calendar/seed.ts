import { WorkCalendar } from './model.ts'
import { CALENDAR_2024 } from './seed-2024.ts'
import { CALENDAR_2025 } from './seed-2025.ts'
import { CALENDAR_2026 } from './seed-2026.ts'
import { CALENDAR_2027 } from './seed-2027.ts'

/** The calendar a new office starts with; an administrator edits it and adds years. */
export const SEED_CALENDAR: WorkCalendar = WorkCalendar.parse({
  years: [CALENDAR_2024, CALENDAR_2025, CALENDAR_2026, CALENDAR_2027],
})
