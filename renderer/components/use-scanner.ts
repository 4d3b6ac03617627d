import { type KeyboardEvent, useEffect, useRef } from 'react'
import { readScan, type Scan } from '#shared/identity/scan.ts'
import { BURST_PAUSE, handOf, type Stroke, textOf } from '#shared/identity/strokes.ts'
import { useToday } from './use-office-time.ts'

/** What a scanner said that a form can use, or has to tell of. */
export type ScanTold = Extract<Scan, { kind: 'mrz' | 'mrz_faulty' | 'iin' }> | { readonly kind: 'digital' }

/** After this silence nothing more is waited for, ms. Longer than the pause the keys themselves tell: a busy page hears late. */
const SILENCE = 500

interface Asked {
  /** The first key of what may become a scan: the form as it stands now is what a scan goes into. */
  readonly onBegin: () => void
  readonly onScan: (scan: ScanTold) => void
  /** Whether the key that ends such a scan goes no further. */
  readonly ends: (scan: ScanTold) => boolean
}

/**
 * Tells a scanner, which types as a keyboard does, from a person. What it typed stands in some field by then: `onScan` puts
 * the form of `onBegin` back. A key of a person goes its way untouched.
 */
export function useScanner(asked: Asked): (event: KeyboardEvent) => void {
  const today = useToday()
  const latest = useRef(asked)
  const strokes = useRef<Stroke[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    latest.current = asked
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  const read = (): Scan => {
    if (handOf(strokes.current) === 'typed') return { kind: 'unknown' }
    return readScan(textOf(strokes.current), today)
  }
  const pause = () => {
    const told = toldOf(wholeOf(read()))
    strokes.current = []
    if (told !== null) latest.current.onScan(told)
  }
  const wait = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(pause, SILENCE)
  }
  return event => {
    const { key, ctrlKey, altKey, metaKey, timeStamp: at } = event
    if (event.nativeEvent.isComposing || ctrlKey || altKey || metaKey) return
    const last = strokes.current.at(-1)
    if (last !== undefined && at - last.at >= BURST_PAUSE) pause()
    if (key === 'Enter' || key === 'Tab') {
      const scan = read()
      const told = toldOf(scan)
      if (scan.kind === 'mrz_part' || (told !== null && latest.current.ends(told))) swallow(event)
      if (scan.kind === 'mrz_part') {
        strokes.current.push({ sign: '\n', at })
        return wait()
      }
      clearTimeout(timer.current)
      return pause()
    }
    if ([...key].length !== 1) return
    if (strokes.current.length === 0) latest.current.onBegin()
    strokes.current.push({ sign: key, at })
    wait()
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Where nothing more comes, a part of a zone is one that was not read to its end. */
function wholeOf(scan: Scan): Scan {
  return scan.kind === 'mrz_part' ? { kind: 'mrz_faulty', faults: [{ code: 'length', field: 'whole' }] } : scan
}

function toldOf(scan: Scan): ScanTold | null {
  switch (scan.kind) {
    case 'mrz':
    case 'mrz_faulty':
    case 'iin':
      return scan
    case 'digital':
      return { kind: 'digital' }
    default:
      return null
  }
}
