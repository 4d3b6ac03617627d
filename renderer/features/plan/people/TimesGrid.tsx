import { useId } from 'react'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** A time of a reception: free, or whose it is (a number, never a name). */
export interface TimeCell {
  readonly time: PlainTime
  readonly takenBy: string | null
}

interface Shown {
  readonly label: string
  readonly cells: readonly TimeCell[]
  /** Empty: none is chosen. */
  readonly chosen: string
  readonly onChoose: (time: PlainTime) => void
}

/** The times of a reception as a grid: a free one is chosen by arrows and Space like any choice, a taken one says by whom. */
export function TimesGrid({ label, cells, chosen, onChoose }: Shown) {
  const { t } = useWords()
  const name = useId()
  return (
    <fieldset className="times">
      <legend>{label}</legend>
      {cells.map(({ time, takenBy }) => (
        <label key={time} className={takenBy === null ? 'time' : 'time taken'}>
          <input
            type="radio"
            name={name}
            value={time}
            checked={chosen === time}
            disabled={takenBy !== null}
            onChange={() => onChoose(time)}
          />
          <b>{time}</b>
          <span className="mute">{takenBy === null ? t('people.time.free') : takenBy}</span>
        </label>
      ))}
    </fieldset>
  )
}
