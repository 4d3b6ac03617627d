import { useEffect, useRef, useState } from 'react'
import { NEW_FOR } from '#shared/hall/board.ts'
import type { HallView } from '#shared/hall/model.ts'
import { volumeAt } from '#shared/hall/sound.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { announceCalls, soundOnly } from './announce.ts'
import { callId } from './call-id.ts'

/** The calls that are marked as new now, by `callId`. Each sounds once; what is taken back or hidden falls silent. */
export function useNewCalls({ board, settings, now }: HallView, received: number): ReadonlySet<string> {
  const sounded = useRef(new Set<string>())
  const [, setEnded] = useState(0)
  const calls = board?.calls ?? []
  const time = now - received + performance.now()
  const fresh = calls.filter(({ at, isNew }) => isNew && time - Date.parse(at) < NEW_FOR)
  useEffect(() => {
    soundOnly(new Set(calls.map(callId)))
    const unheard = fresh.filter(call => !sounded.current.has(callId(call)))
    for (const call of unheard) sounded.current.add(callId(call))
    const volume = volumeAt(settings.loudness, officeTime(time))
    if (unheard.length > 0 && volume > 0) announceCalls(unheard, settings, volume)
  })
  useEffect(() => {
    if (fresh.length === 0) return
    // Main says nothing when a call grows old; the page sees to it.
    const timer = setTimeout(() => setEnded(count => count + 1), 1_000)
    return () => clearTimeout(timer)
  })
  return new Set(fresh.map(callId))
}
