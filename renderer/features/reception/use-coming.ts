import { useRef, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useCandidates } from './use-candidates.ts'
import { type CheckInDraft, useCheckIn } from './use-check-in.ts'
import { type Marked, useMarked } from './use-marked.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { VisitWork } from './use-visit-work.ts'

/** Who may have come, who of them is looked at, and the press that checks in. */
export interface Coming extends ReturnType<typeof useCandidates> {
  readonly text: string
  readonly setText: (text: string) => void
  /** Place of the one looked at. */
  readonly at: number
  readonly row: ApplicationListRow | null
  readonly choose: (id: string | null) => void
  readonly draft: CheckInDraft
  readonly marked: Marked
  /** Checks in those marked, each by an act of its own in the order marked, or the one looked at. */
  readonly send: () => Promise<void>
}

/** `onDone` hears the visits in their order, once all who were asked for are in the house. */
export function useComing(day: ReceptionDay, work: VisitWork, onDone: (visits: readonly EntityId[]) => void): Coming {
  const [text, setText] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const found = useCandidates(text, day)
  const place = found.rows.findIndex(({ id }) => id === chosen)
  const at = Math.max(0, place)
  const row = found.rows[at] ?? null
  const draft = useCheckIn(row, day, work)
  const marked = useMarked()
  const sending = useRef(false)
  /** In the house already where a later one was refused: their documents are asked for with the rest. */
  const came = useRef<EntityId[]>([])

  const sendEach = async (asked: readonly ApplicationListRow[]) => {
    for (const one of asked) {
      const visit = await draft.send(one)
      if (visit === null) return one
      came.current.push(visit)
      marked.drop(one.id)
    }
    return null
  }
  const send = async () => {
    const asked = marked.rows.length > 0 ? marked.rows : row !== null && found.isAnswered ? [row] : []
    if (asked.length === 0 || sending.current) return
    sending.current = true
    const refused = await sendEach(asked)
    sending.current = false
    if (refused === null) {
      setText('')
      onDone(came.current.splice(0))
    } else if (marked.rows.length > 0) {
      // Before the eyes, with what is asked of it; the others stay marked.
      if (refused.number !== null) setText(numberText(refused.number))
      choose(refused.id)
    }
  }
  return { ...found, text, setText, at, row, choose, draft, marked, send }
}
