import { useEffect, useState } from 'react'
import type { HallView } from '#shared/hall/model.ts'
import { settled } from '../app/desk.ts'

/** What main told last, and when it came (milliseconds of the page's own clock, which nobody sets). */
export interface ToldView {
  readonly view: HallView
  readonly received: number
}

/** So long the page waits before it asks once more, in milliseconds. */
const AGAIN = 2_000

/** What the hall shows: asked for once, and told from then on. Null until it is known. */
export function useHallView(): ToldView | null {
  const [told, setTold] = useState<ToldView | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // What is told is newer than what was asked for before it.
    let heard = false
    const take = (view: HallView) => setTold({ view, received: performance.now() })
    const ask = async () => {
      const got = await settled(window.desk.hallBoard({}))
      if (heard) return
      if (got.ok) take(got.value)
      else timer = setTimeout(() => void ask(), AGAIN)
    }
    const end = window.desk.onHallChanged(view => {
      heard = true
      take(view)
    })
    void ask()
    return () => {
      heard = true
      clearTimeout(timer)
      end()
    }
  }, [])
  return told
}
