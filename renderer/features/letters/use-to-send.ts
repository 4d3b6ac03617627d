import { useMemo } from 'react'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import { lettersToSend, type Waiting } from './to-send.ts'

const NOTHING = {}

/** Letters to be sent, the most pressing first; undefined until the store has answered. */
export function useToSend(): readonly Waiting[] | undefined {
  const rows = useRows('letters.unsent', NOTHING)
  const calendar = useWorkCalendar()
  const today = useToday()
  return useMemo(() => rows && lettersToSend(rows, calendar, today), [rows, calendar, today])
}
