import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import { type HallCall, LARGE_CALLS } from '#shared/hall/model.ts'
import { BothWords } from './BothWords.tsx'
import { callId } from './call-id.ts'
import { hallTexts } from './texts.ts'

/** A new call blinks once in so many milliseconds (hall.css). */
const BLINK = 1_000
/** So many signs of a room fit in a line in large type. */
const SHORT_ROOM = 6

interface Shown {
  readonly calls: readonly HallCall[]
  /** Those that are marked as new, by `callId`. */
  readonly fresh: ReadonlySet<string>
  readonly languages: readonly Language[]
}

/** The last calls: the newest first and in large type, those before them in small. */
export function CallLines({ calls, fresh, languages }: Shown) {
  const earlier = calls.slice(LARGE_CALLS)
  return (
    <div className="hall-calls">
      <section aria-live="polite">
        <div className="hall-titles pair">
          <h2>
            <BothWords text={hallTexts('hall.number')} languages={languages} />
          </h2>
          <h2>
            <BothWords text={hallTexts('hall.room')} languages={languages} />
          </h2>
        </div>
        <ul className="hall-large">
          {calls.slice(0, LARGE_CALLS).map(call => (
            <CallLine key={callId(call)} call={call} isFresh={fresh.has(callId(call))} />
          ))}
        </ul>
      </section>
      <section>
        <div className="hall-titles">
          <h2>
            <BothWords text={hallTexts('hall.earlier')} languages={languages} />
          </h2>
        </div>
        <ul className="hall-small">
          {earlier.map(call => (
            <CallLine key={callId(call)} call={call} isFresh={false} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function CallLine({ call: { ticket, room }, isFresh }: { call: HallCall; isFresh: boolean }) {
  // In step with the others: two that blink by turns would be more than one blinking.
  const [phase] = useState(() => `${-Math.round(performance.now() % BLINK)}ms`)
  return (
    <li className="hall-line" data-fresh={isFresh} data-ticket={ticket} style={{ animationDelay: phase }}>
      <b>{ticket}</b>
      <IconArrowRight aria-hidden="true" stroke={2.4} />
      <b className={room.length > SHORT_ROOM ? 'long' : ''}>{room}</b>
    </li>
  )
}
