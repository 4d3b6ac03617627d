import { useMemo } from 'react'
import { profileOn } from '#shared/regulation/profile.ts'
import { isApprovedByQuarter, monthsOfQuarter, quarterOfMonth } from '#shared/schedule/approval.ts'
import { type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { PostingPart } from './posting/PostingPart.tsx'

/** Posting of the month; of its whole quarter where the act has quarters approved (KZ-2026 rule 19). */
export function PostingTab({ month }: { month: PlainMonth }) {
  const office = useOffice()
  const officials = useOfficials()
  const isQuarter = office ? isApprovedByQuarter(profileOn(office, rangeOfMonth(month).from)) : false
  const months = useMemo(() => (isQuarter ? monthsOfQuarter(quarterOfMonth(month)) : [month]), [isQuarter, month])
  const range = useMemo(() => ({ from: months[0] ?? month, to: months.at(-1) ?? month }), [months, month])
  const states = useRows('plan.schedules', range)
  if (!office || officials === undefined || states === undefined) return null
  const posted = months.map(one => {
    const state = states.find(({ key }) => key === one) ?? null
    return { month: one, state, head: state?.head ?? null }
  })
  return <PostingPart months={posted} quarter={isQuarter ? quarterOfMonth(month) : null} officials={officials} />
}
