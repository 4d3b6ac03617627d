import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import type { AppError } from '#shared/result/result.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { settled } from '../../app/desk.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { type DraftToday, draftToday, keptMonth, type MonthDraft, parseDraft, proposedMonth } from './month-draft.ts'
import { useAround } from './use-around.ts'

/** A month under work and how safe it is. `saved` is false from a change until main has the draft on disk. */
export interface MonthWork {
  readonly draft: MonthDraft
  /** What the approved month became since the draft was begun, and the draft with it. */
  readonly taken: DraftToday['taken']
  readonly saved: boolean
  readonly edited: boolean
  readonly error: AppError | null
  readonly change: (draft: MonthDraft) => void
  /** Forgets what was edited here; the month is again what the journal holds, else a new proposal. */
  readonly drop: () => void
}

interface Kept {
  readonly month: PlainMonth
  readonly edited: MonthDraft | null
}

/** The work on a month: what was edited and not yet approved survives a power cut. Null until it is known. */
export function useMonthDraft(
  month: PlainMonth,
  officials: readonly Official[] | undefined,
  state: ScheduleState | null | undefined,
): MonthWork | null {
  const calendar = useWorkCalendar()
  const around = useAround()
  const [kept, setKept] = useState<Kept | null>(null)
  const [saved, setSaved] = useState(true)
  const [error, setError] = useState<AppError | null>(null)
  const [proposal, setProposal] = useState<MonthDraft | null>(null)
  const name = `schedule.${month}`
  useEffect(() => {
    let current = true
    void settled(window.desk.draftLoad({ name })).then(loaded => {
      if (current) setKept({ month, edited: parseDraft(loaded.ok ? loaded.value.value : null) })
    })
    return () => {
      current = false
    }
  }, [name, month])
  useEffect(() => {
    const isKnown = officials !== undefined && around !== undefined
    setProposal(isKnown ? proposedMonth(month, officials, calendar, around) : null)
  }, [month, officials, calendar, around])
  const change = useCallback(
    (draft: MonthDraft) => {
      setKept({ month, edited: draft })
      setSaved(false)
      void settled(window.desk.draftSave({ name, value: JSON.stringify(draft) })).then(done => {
        setSaved(done.ok)
        setError(done.ok ? null : done.error)
      })
    },
    [name, month],
  )
  const drop = useCallback(() => {
    setKept({ month, edited: null })
    void settled(window.desk.draftDrop({ name }))
  }, [name, month])
  const found = kept?.edited ?? keptMonth(state ?? null) ?? proposal
  const now = useMemo(() => found && draftToday(found, state ?? null), [found, state])
  const isKnown = kept?.month === month && state !== undefined && proposal?.schedule.month === month
  if (now === null || kept === null || !isKnown) return null
  return { ...now, saved, edited: kept.edited !== null, error, change, drop }
}
