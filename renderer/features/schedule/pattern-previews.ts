import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { ScheduleFacts } from '#shared/schedule/facts.ts'
import type { MonthSchedule } from '#shared/schedule/model.ts'
import { type PatternPreview, previewPattern, type ReceptionPattern, withPattern } from '#shared/schedule/patterns.ts'

/** What one pattern makes of a month. */
export interface OfficialPreview {
  readonly officialId: string
  readonly preview: PatternPreview
}

/** What patterns make of a month, one after another: the later ones see what the earlier ones made. */
export function previewsOf(
  schedule: MonthSchedule,
  patterns: readonly ReceptionPattern[],
  officials: readonly Official[],
  calendar: WorkCalendar,
  facts: ScheduleFacts,
): OfficialPreview[] {
  let now = schedule
  return patterns.map(pattern => {
    const preview = previewPattern(pattern, now, officials, calendar, () => crypto.randomUUID(), facts)
    now = withPattern(now, preview)
    return { officialId: pattern.officialId, preview }
  })
}
