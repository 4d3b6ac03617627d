import { useMemo } from 'react'
import { addMonths, PlainDate, type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { ControlRow } from '../../db/control-query-types.ts'
import { type BoardLine, boardLines, keyIn } from './board.ts'

const NOTHING = {}
const NOBODY: Readonly<Record<string, never>> = {}

/** What is on control now, with lateness and forecast; undefined until the store has answered. */
export function useControlled(): readonly BoardLine[] | undefined {
  return useLines(useRows('instructions.controlled', NOTHING))
}

/** What left control in a month. */
export function useClosed(month: PlainMonth): readonly BoardLine[] | undefined {
  const params = useMemo(() => rangeOfMonth(month), [month])
  return useLines(useRows('instructions.closed', params))
}

/** The month before another. */
export function monthBefore(month: string, by: number): string {
  return addMonths(PlainDate.parse(`${month}-01`), -by).slice(0, 7)
}

/** Rows of instructions as the board shows them today; undefined until they are read. */
export function useLines(rows: readonly ControlRow[] | undefined): readonly BoardLine[] | undefined {
  const today = useToday()
  const calendar = useWorkCalendar()
  const executors = useMemo(() => [...new Set((rows ?? []).flatMap(row => keyIn(row) ?? []))].sort(), [rows])
  const pasts = useRows(
    'instructions.past',
    useMemo(() => ({ executors }), [executors]),
  )
  return useMemo(
    () => (rows === undefined ? undefined : boardLines(rows, pasts ?? NOBODY, today, calendar)),
    [rows, pasts, today, calendar],
  )
}
