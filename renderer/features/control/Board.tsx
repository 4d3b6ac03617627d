import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { isolated } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useRowKeys } from '../applications/use-row-keys.ts'
import type { BoardItem, BoardLine } from './board.ts'
import { Standing } from './InstructionFacts.tsx'
import { useControlWords } from './use-control-words.ts'

const LINE = 92
const GROUP = 40
const HEAD = 44
const COLUMNS = [
  'control.column.numbers',
  'control.fact.action',
  'control.fact.executor',
  'control.fact.due',
  'control.fact.ladder',
] as const

interface Shown {
  readonly items: readonly BoardItem[]
  readonly open: string | null
  readonly addressOf: (id: string) => string
}

/** What is on control by due days: only the lines in sight are in the page; the arrows lead from line to line. */
export function Board({ items, open, addressOf }: Shown) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: at => (items[at]?.kind === 'group' ? GROUP : LINE),
    overscan: 8,
    scrollPaddingEnd: HEAD,
  })
  const keys = useRowKeys(box, items.length, virtual.scrollToIndex)
  const seen = virtual.getVirtualItems()
  const lines = seen.filter(({ index }) => items[index]?.kind === 'line')
  const stop = lines.some(({ index }) => index === keys.active) ? keys.active : lines[0]?.index
  return (
    <div className="grid" ref={box}>
      <table className="grid-table" aria-rowcount={items.length + 1} aria-label={t('control.title')}>
        <thead>
          <tr className="grid-row grid-head control-line">
            {COLUMNS.map(title => (
              <th key={title} scope="col">
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }} onKeyDown={keys.onKeyDown}>
          {seen.map(({ index, start, size }) => {
            const item = items[index]
            const place = { height: size, transform: `translateY(${start}px)` }
            if (item === undefined) return null
            if (item.kind === 'group') {
              return (
                <tr
                  key={`group ${item.group}`}
                  className="grid-row control-group"
                  aria-rowindex={index + 2}
                  style={place}
                >
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    {item.group} <span className="mute">{item.count}</span>
                  </th>
                </tr>
              )
            }
            const { id } = item.line.state
            return (
              <tr
                key={id}
                className="grid-row control-line"
                aria-rowindex={index + 2}
                data-open={id === open}
                data-id={id}
                onFocus={() => keys.setActive(index)}
                style={place}
              >
                <Line line={item.line} open={id === open} stop={index === stop} address={addressOf(id)} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface LineShown {
  readonly line: BoardLine
  readonly open: boolean
  readonly stop: boolean
  readonly address: string
}

function Line({ line, open, stop, address }: LineShown) {
  const { t, dates } = useWords()
  const { numbersOf, personOf, executorOfLine, whyDue, ladderText, forecastText } = useControlWords()
  const { state, lateness, forecast } = line
  const isForetold = forecast !== null && forecast.says !== 'too_little_known'
  return (
    <>
      <td>
        <a className="cover" href={address} tabIndex={stop ? 0 : -1} aria-current={open ? 'true' : undefined}>
          {numbersOf(line)}
        </a>
        <div>{personOf(line)}</div>
      </td>
      <td className="control-text" title={state.text ?? ''}>
        {state.text === null ? t('applications.erased') : isolated(state.text)}
      </td>
      <td className="control-text">{executorOfLine(line)}</td>
      <td>
        <div>{state.dueOn === null ? '' : screenDate(state.dueOn, dates)}</div>
        <div className="mute">{whyDue(line)}</div>
        <Standing line={line} />
      </td>
      <td className="control-text">
        {lateness === null ? null : <div>{ladderText(lateness)}</div>}
        {isForetold ? <div className="mute">{forecastText(forecast)}</div> : null}
      </td>
    </>
  )
}
