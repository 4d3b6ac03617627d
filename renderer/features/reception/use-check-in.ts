import { useMemo, useRef, useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { ok } from '#shared/result/result.ts'
import { useRows } from '../../app/use-rows.ts'
import { newRequestId } from '../../components/request-id.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { isOutOfTurn, officialOf, timeOn } from './check-in.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { VisitWork } from './use-visit-work.ts'

/** What the clerk changed of what the application says. */
interface Changed {
  readonly officialId?: string | null
  readonly outOfTurn?: boolean
}

/** The check-in of one application as it would be recorded. */
export interface CheckInDraft {
  readonly officialId: string | null
  readonly outOfTurn: boolean
  readonly change: (change: Changed) => void
  /** Records it once, however often it is pressed; the visit, or null where it was refused. */
  readonly send: () => Promise<EntityId | null>
}

/** Checks one application in. The same intended press keeps its request, so that a second one is answered alike. */
export function useCheckIn(row: ApplicationListRow | null, day: ReceptionDay, work: VisitWork): CheckInDraft {
  const store = useStore()
  const id = row?.id ?? ''
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  const [changes, setChanges] = useState<Readonly<Record<string, Changed>>>({})
  const changed = changes[id] ?? {}
  const requests = useRef(new Map<string, string>())
  const officialId = changed.officialId === undefined && row !== null ? officialOf(row) : (changed.officialId ?? null)

  const send = async () => {
    if (row === null || work.call.busy) return null
    // A key may be quicker than the card: whether the visitor goes out of turn is not left to that.
    const read = await work.call.run(async () => ok({ card: await store.query('applications.one', { id }) }))
    if (read === null) return null
    const outOfTurn = changed.outOfTurn ?? isOutOfTurn(read.card?.registered ?? null)
    const intended = JSON.stringify([id, officialId, outOfTurn])
    const request = requests.current.get(intended) ?? newRequestId()
    requests.current.set(intended, request)
    const booked = timeOn(row, day.today)
    return work.checkIn({ request, application: row.id, officialId, booked, outOfTurn })
  }

  return {
    officialId,
    outOfTurn: changed.outOfTurn ?? isOutOfTurn(card?.registered ?? null),
    change: change => setChanges({ ...changes, [id]: { ...changed, ...change } }),
    send,
  }
}
