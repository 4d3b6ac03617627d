import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { toDayNumber } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { candidatesOf } from './check-in.ts'
import type { ReceptionDay } from './use-reception-day.ts'

const MOST = 300
const MOST_FOUND = 20
/** A pause in typing, milliseconds: the store is asked for words, not for letters. */
const TYPING_PAUSE = 120

/** Who can be checked in for a typed text. */
export interface Candidates {
  readonly rows: readonly ApplicationListRow[]
  /** The rows are the answer to just this text: Enter may act on them. */
  readonly isAnswered: boolean
  /** Applications that were found but are closed, or whose person is here already. */
  readonly others: number
}

/** Without a text: those booked for today, then what was registered today. With one: what is found by it. */
export function useCandidates(text: string, { today, visits }: Pick<ReceptionDay, 'today' | 'visits'>): Candidates {
  const typed = text.trim()
  const [sought] = useDebouncedValue(typed, TYPING_PAUSE)
  const booked = useRows(
    'applications.waiting',
    useMemo(() => bookedOn(toDayNumber(today)), [today]),
  )
  const ofToday = useRows(
    'applications.page',
    useMemo(() => ({ filter: { from: today, to: today }, after: null, limit: MOST }), [today]),
  )
  const found = useRows(
    'applications.search',
    useMemo(() => ({ text: sought, limit: MOST_FOUND }), [sought]),
  )
  return useMemo(() => {
    const offered = sought === '' ? [...(booked?.rows ?? []), ...(ofToday?.rows ?? [])] : (found ?? [])
    const rows = candidatesOf(offered, visits, today)
    const isAnswered =
      sought === typed && (sought === '' ? booked !== undefined && ofToday !== undefined : found !== undefined)
    return { rows, isAnswered, others: sought === '' ? 0 : offered.length - rows.length }
  }, [sought, typed, booked, ofToday, found, visits, today])
}

function bookedOn(day: number): { mark: `booked:${number}`; limit: number } {
  return { mark: `booked:${day}`, limit: MOST }
}
