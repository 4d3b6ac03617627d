import { useEffect, useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { BothWords } from './BothWords.tsx'
import { dayTexts } from './texts.ts'

/** Time and day by main's believed clock, which the page carries on between two messages. */
export function HallClock(told: { now: number; received: number; languages: readonly Language[] }) {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick(count => count + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  const now = told.now + performance.now() - told.received
  return (
    <div className="hall-clock">
      <time>{officeTime(now)}</time>
      <p>
        <BothWords text={dayTexts(officeDate(now))} languages={told.languages} />
      </p>
    </div>
  )
}
