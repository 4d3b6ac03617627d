import { type KeyboardEvent, useEffect, useRef } from 'react'

/** A scanner leaves less between its keys, ms; no hand is as fast. */
const ALONE = 60

/**
 * Runs the act of a letter only where no other letter stands beside it: a document scanned over a list is a burst of letters,
 * and none of them is an order. Every key of the list is to be told; `act` is null for one that orders nothing. Enter at the end of
 * a burst orders nothing either.
 */
export function useLoneKeys(): (event: KeyboardEvent, act: (() => void) | null) => void {
  const last = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (event, act) => {
    const isSign = [...event.key].length === 1
    const isBeside = event.timeStamp - last.current < ALONE
    if (isSign) last.current = event.timeStamp
    if (isSign || event.key === 'Enter') clearTimeout(timer.current)
    if (act === null) return
    event.preventDefault()
    if (isBeside) return
    if (isSign) timer.current = setTimeout(act, ALONE)
    else act()
  }
}
