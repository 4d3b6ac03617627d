import { useMemo } from 'react'
import type { Looked } from '#shared/application/findings.ts'
import type { Moment } from '#shared/application/working-time.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'

/** A registration that stands already: when it was made, and the act it is handled by. */
export interface Standing {
  readonly registered: Moment
  readonly profile: ProfileId
}

/** With what a form is looked at now, minute by minute; `standing` where it puts a registration right. */
export function useLooked(standing: Standing | null): { looked: Looked; profile: ProfileId | null } {
  const on = useToday()
  const at = useOfficeTime()
  const office = useOffice()
  const calendar = useWorkCalendar()
  return useMemo(() => {
    const now = { on, at }
    const work = office ? { hours: office.hours, calendar } : null
    const profile = standing?.profile ?? (office ? profileOn(office, on) : null)
    return { looked: { now, registered: standing?.registered ?? now, work }, profile }
  }, [on, at, office, calendar, standing])
}
