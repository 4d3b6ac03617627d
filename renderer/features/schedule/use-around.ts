import { useMemo } from 'react'
import { placeText } from '#shared/directory/places.ts'
import type { ScheduleFacts } from '#shared/schedule/facts.ts'
import { useRows } from '../../app/use-rows.ts'
import { useOffered } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { standingAbsences, standingRestrictions } from '../plan/use-plan.ts'

const NOTHING = {}

/** The video links that may be chosen, as they stand in schedules. */
export function useLinks(): readonly string[] {
  const entries = useOffered('video_link', useToday())
  return useMemo(() => entries.map(one => placeText('video_link', one)), [entries])
}

/** What new receptions are proposed beside: restrictions, absences, links that are free; undefined until it is known. */
export function useAround(): ScheduleFacts | undefined {
  const today = useToday()
  const links = useLinks()
  const absences = useRows('absences.all', NOTHING)
  const restrictions = useRows('restrictions.all', NOTHING)
  return useMemo(
    () =>
      absences &&
      restrictions && {
        today,
        links,
        absences: standingAbsences(absences),
        restrictions: standingRestrictions(restrictions),
      },
    [today, links, absences, restrictions],
  )
}
