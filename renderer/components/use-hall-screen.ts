import { useEffect, useState } from 'react'
import type { HallScreen } from '#shared/hall/model.ts'
import { settled } from '../app/desk.ts'
import { type Call, useCall } from './use-call.ts'

/** The screen of the hall from the desk: where it stands, and what the desk does with it. */
export interface HallAtDesk {
  /** Null until main has told. */
  readonly screen: HallScreen | null
  readonly call: Call
  readonly open: (display: number | null) => Promise<void>
  readonly close: () => Promise<void>
  /** Hides the calls, or shows them again. */
  readonly turn: () => Promise<void>
}

export function useHallScreen(): HallAtDesk {
  const call = useCall()
  const [screen, setScreen] = useState<HallScreen | null>(null)
  useEffect(() => {
    void settled(window.desk.hallScreen({})).then(got => got.ok && setScreen(got.value))
    return window.desk.onHallTold(setScreen)
  }, [])
  const taken = (next: HallScreen | null) => {
    if (next !== null) setScreen(next)
  }
  return {
    screen,
    call,
    open: async display => taken(await call.run(() => window.desk.hallOpen({ display }))),
    close: async () => taken(await call.run(() => window.desk.hallClose({}))),
    turn: async () => {
      if (screen === null) return
      const isHidden = !screen.isHidden
      const done = await call.run(() => window.desk.hallHide({ isHidden }))
      if (done !== null) setScreen({ ...screen, isHidden })
    },
  }
}
