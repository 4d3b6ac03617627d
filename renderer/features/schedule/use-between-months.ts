import { useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { moveBetweenMonths } from './move-between.ts'
import type { PlannedQuarter } from './use-planned-quarter.ts'

/** Which reception of a quarter goes to which day, as it is chosen. */
interface Between {
  readonly call: Call
  /** Officials with a reception in the quarter, the chosen one, and that one's receptions. */
  readonly officials: readonly Official[]
  readonly officialId: string
  readonly receptions: readonly Reception[]
  readonly reception: Reception | undefined
  readonly typed: string | null
  readonly isReady: boolean
  readonly choose: (officialId: string) => void
  readonly take: (receptionId: string) => void
  readonly type: (day: string | null) => void
  /** Changes the drafts; false where it was refused. */
  readonly move: () => Promise<boolean>
}

/** A reception of a quarter taken to another day of it. */
export function useBetweenMonths({ months, officials }: PlannedQuarter): Between {
  const calendar = useWorkCalendar()
  const call = useCall()
  const works = months.map(one => one.work)
  const all = works.flatMap(({ draft }) => draft.schedule.receptions)
  const receiving = officials.filter(one => all.some(is => is.officialId === one.id))
  const [officialId, choose] = useState(receiving[0]?.id ?? '')
  const [chosen, take] = useState('')
  const [typed, type] = useState<string | null>(null)
  const receptions = all.filter(one => one.officialId === officialId)
  const reception = receptions.find(one => one.id === chosen) ?? receptions[0]
  const day = PlainDate.safeParse(typed)
  const isReady = reception !== undefined && day.success && day.data !== reception.date
  const move = async () => {
    if (reception === undefined || !day.success) return false
    const drafts = works.map(({ draft }) => draft)
    const asked = { id: reception.id, date: day.data, newId: crypto.randomUUID() }
    const moved = await call.run(async () => moveBetweenMonths(drafts, asked, calendar))
    for (const [index, work] of works.entries()) {
      const draft = moved?.[index] ?? work.draft
      if (draft !== work.draft) work.change(draft)
    }
    return moved !== null
  }
  return { call, officials: receiving, officialId, receptions, reception, typed, isReady, choose, take, type, move }
}
