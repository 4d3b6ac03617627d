import { useMemo } from 'react'
import type { Looked } from '#shared/application/findings.ts'
import type { Moment } from '#shared/application/working-time.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useOffice, useWorkCalendar } from '../../app/desk-rows.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'

/** A registration that stands already: when it was made, and the act it is handled by. */
export interface Standing {
  readonly registered: Moment
  readonly profile: ProfileId
  /** It lacked something of its content already, as it stands. */
  readonly wasLacking: boolean
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
    const own = standing?.profile ?? null
    const profile = own ?? (office ? profileOn(office, on) : null)
    const known =
      profile === null
        ? {}
        : { actOn: (day: PlainDate): ProfileId => (office && own === null ? profileOn(office, day) : profile) }
    return { looked: { now, registered: standing?.registered ?? now, work, ...known }, profile }
  }, [on, at, office, calendar, standing])
}
