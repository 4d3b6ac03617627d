import { type KeyboardEvent, useRef, useState } from 'react'
import { Badge, type Tone } from '../../components/Badge.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { BoardLine } from './board.ts'
import { LineWait } from './LineWait.tsx'
import { callOf } from './line.ts'
import { useBoardWords } from './use-board-words.ts'
import { placeAfter } from './use-line-keys.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { ticketOf } from './use-visit-work.ts'
import { ACT_WORDS, REASON_WORDS } from './visit-words.ts'

const HEADS: readonly LocaleKey[] = [
  'visit.column.official',
  'visit.column.room',
  'visit.column.state',
  'board.waiting',
  'board.wait',
  'board.next',
]

const TONES: Record<BoardLine['state'], Tone> = { free: 'plain', called: 'sky', served: 'green', absent: 'amber' }

interface Shown {
  readonly day: ReceptionDay
  readonly lines: readonly BoardLine[]
  /** Does what is next in a line. */
  readonly onAct: (line: BoardLine) => void
}

/** Every line of the day in one row each: who, where, with whom since when, how many wait and how long, and what is next by Enter. */
export function DayBoard({ day, lines, onAct }: Shown) {
  const { t } = useWords()
  const box = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState(0)
  const stop = Math.min(at, lines.length - 1)
  const keyed = (event: KeyboardEvent) => {
    const next = event.ctrlKey || event.altKey || event.metaKey ? null : placeAfter(event.key, stop, lines.length)
    if (next === null) return
    event.preventDefault()
    box.current?.querySelectorAll<HTMLElement>('button').item(next).focus()
  }
  if (lines.length === 0) return <EmptyScreen title={t('reception.empty.title')} sentence={t('board.empty')} />
  return (
    <table className="board" aria-label={t('board.title')}>
      <thead>
        <tr>
          {HEADS.map(key => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={box} onKeyDown={keyed}>
        {lines.map((line, index) => (
          <BoardRow
            key={line.line}
            day={day}
            line={line}
            isStop={index === stop}
            onFocus={() => setAt(index)}
            onAct={() => onAct(line)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowShown {
  readonly day: ReceptionDay
  readonly line: BoardLine
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onAct: () => void
}

function BoardRow({ day, line, isStop, onFocus, onAct }: RowShown) {
  const { t } = useWords()
  const { nameOf, stateOf } = useBoardWords()
  const { act, owner } = line
  return (
    <tr onFocus={onFocus}>
      <th scope="row">
        {nameOf(line)}
        {owner === null ? null : <span className="mute"> {t('line.desk', { letter: owner.letter })}</span>}
      </th>
      <td>{line.room}</td>
      <td>
        <Badge tone={TONES[line.state]}>{stateOf(line)}</Badge>
      </td>
      <td className="number">{line.waiting}</td>
      <td>
        <LineWait wait={{ ...line.wait, light: line.light }} promise={day.rule.promise} />
      </td>
      <td>
        <button
          type="button"
          className="board-act"
          tabIndex={isStop ? 0 : -1}
          aria-disabled={act === null && owner === null}
          onClick={onAct}
          // A key that is held calls nobody a second time, and lets nobody in.
          onKeyDown={event => {
            if (event.key === 'Enter' && event.repeat) event.preventDefault()
          }}
        >
          {act === null ? t(owner === null ? 'reception.nobody_waits' : 'line.take') : `${t(ACT_WORDS[act.act])}: `}
          {act === null ? null : <b className="ticket">{ticketOf(act.visit)}</b>}
          {act?.act === 'call' ? (
            <span className="mute"> {t(REASON_WORDS[callOf(day.visits, act.visit, day.rule, '').reason])}</span>
          ) : null}
        </button>
      </td>
    </tr>
  )
}
