import { useMemo, useRef, useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { ok } from '#shared/result/result.ts'
import { isOutOfTurn, needsNote } from '#shared/visit/out-of-turn.ts'
import { useRows } from '../../app/use-rows.ts'
import { newRequestId } from '../../components/request-id.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { officialOf, timeOn } from './check-in.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { VisitWork } from './use-visit-work.ts'

/** What the clerk changed of what the application says. */
interface Changed {
  readonly officialId?: string | null
  readonly outOfTurn?: boolean
  readonly note?: string
}

/** The check-in of one application as it would be recorded. */
export interface CheckInDraft {
  readonly officialId: string | null
  readonly outOfTurn: boolean
  /** Why out of turn, where it has to be said; null where it need not. */
  readonly note: string | null
  /** It was pressed without what it has to say. */
  readonly isNoteMissing: boolean
  readonly change: (change: Changed) => void
  /** Records an application once, however often it is pressed; the visit, or null where it was refused. */
  readonly send: (row: ApplicationListRow) => Promise<EntityId | null>
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
  const [refused, setRefused] = useState('')
  const requests = useRef(new Map<string, string>())
  const officialOfRow = (one: ApplicationListRow) => {
    const chosen = changes[one.id]?.officialId
    return chosen === undefined ? officialOf(one) : chosen
  }

  const send = async (one: ApplicationListRow) => {
    if (work.call.busy) return null
    const own = changes[one.id] ?? {}
    // A key may be quicker than the card: whether the visitor goes out of turn is not left to that.
    const read = await work.call.run(async () => ok({ card: await store.query('applications.one', { id: one.id }) }))
    if (read === null) return null
    const registered = read.card?.registered ?? null
    const outOfTurn = own.outOfTurn ?? isOutOfTurn(registered)
    const said = own.note?.trim() ?? ''
    const isExplained = !needsNote(outOfTurn, registered)
    setRefused(isExplained || said !== '' ? '' : one.id)
    if (!isExplained && said === '') return null
    const note = isExplained ? {} : { note: said }
    const officialId = officialOfRow(one)
    const intended = JSON.stringify([one.id, officialId, outOfTurn, note])
    const request = requests.current.get(intended) ?? newRequestId()
    requests.current.set(intended, request)
    const booked = timeOn(one, day.today)
    return work.checkIn({ request, application: one.id, officialId, booked, outOfTurn, ...note })
  }

  const registered = card?.registered ?? null
  const outOfTurn = changed.outOfTurn ?? isOutOfTurn(registered)
  const note = needsNote(outOfTurn, registered) ? (changed.note ?? '') : null
  return {
    officialId: row === null ? null : officialOfRow(row),
    outOfTurn,
    note,
    isNoteMissing: refused !== '' && refused === id && note?.trim() === '',
    change: change => setChanges({ ...changes, [id]: { ...changed, ...change } }),
    send,
  }
}
